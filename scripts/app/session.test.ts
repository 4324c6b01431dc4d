import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

/** Runs a session in which something is refused that nobody waits for, before or after its end was asked for. */
async function runForExitCode(isEnding: boolean): Promise<unknown> {
  const program = `
    const { Session } = await import(${JSON.stringify(new URL("./session.ts", import.meta.url).href)});
    const refuse = () => void Promise.reject(new Error("read ECONNRESET"));
    const session = new Session();
    session.listen();
    session.app = {
      async stop() {
        refuse();
        await new Promise((done) => setTimeout(done, 100));
      },
    };
    if (${isEnding}) process.kill(process.pid, "SIGINT");
    else refuse();
    setTimeout(() => {}, 30_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
  const [exitCode] = await once(child, "exit");
  return exitCode;
}

test("what the driver gives up while all ends is no failure, and any other time it is one", async () => {
  expect(await runForExitCode(true)).toBe(0);
  expect(await runForExitCode(false)).toBe(1);
});
