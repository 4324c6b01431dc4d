import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "#scripts/settings.ts";

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a command of an installed package, such as `tsc` of `typescript`. */
function findScript(packageName: string, command: string): string {
  const packageDir = join(projectRoot, "node_modules", packageName);
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")));
  const path = typeof bin === "string" ? bin : bin[command];
  if (path === undefined) throw new Error(`The package ${packageName} has no command ${command}`);
  return join(packageDir, path);
}

type CommandOptions = {
  package: string;
  command: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  /** Shows the output as it comes, in place of returning it. */
  isLive?: boolean;
};

/** Runs a command of an installed package in the project, without stdin. */
export async function runCommand(options: CommandOptions): Promise<{ isOk: boolean; output: string }> {
  const output = options.isLive ? "inherit" : "pipe";
  const child = spawn(process.execPath, [findScript(options.package, options.command), ...options.args], {
    cwd: projectRoot,
    stdio: ["ignore", output, output],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { isOk: exitCode === 0, output: Buffer.concat(chunks).toString("utf8") };
}
