import type { z } from "zod";
import type { SandboxRequest } from "../../../sandbox-kit/contract.ts";
import { invalidArgument } from "./problem.ts";

/** The body in its form; what Google does not know is refused, as Google does. */
export function readJson<Data>(request: SandboxRequest, form: z.ZodType<Data>, name: string): Data {
  const parsed = form.safeParse(request.json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue ? fieldName([name, ...issue.path]) : name;
  if (issue?.code === "unrecognized_keys") {
    const description = `Invalid JSON payload received. Unknown name "${issue.keys[0]}" at '${field}': Cannot find field.`;
    throw invalidArgument(description, field);
  }
  throw invalidArgument(`Invalid value at '${field}': ${issue?.message}`, field);
}

/** `requests[0].update_cells`: fields as Google's own protocol names them. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === "number") return `${field}[${step}]`;
    const name = String(step).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return field === "" ? name : `${field}.${name}`;
  }, "");
}
