import type { Operator } from "#lib/operator/manage-operators.ts";
import { PlainError } from "../plain-error.ts";

type OperatorCommand = { kind: "list" } | { kind: "add" | "remove"; address: string };

const usage = "Say what to do: npm run operator -- add|remove ana@example.com, or npm run operator -- list";

/** What was asked for on the command line. @throws {PlainError} with the usage */
export function readOperatorCommand(words: readonly string[]): OperatorCommand {
  const [kind, address, ...more] = words;
  if (kind === "list" && address === undefined) return { kind };
  if ((kind !== "add" && kind !== "remove") || more.length > 0) throw new PlainError(usage);
  if (!address || !/^\S+@\S+$/.test(address)) throw new PlainError(usage);
  return { kind, address };
}

/** Does it. @returns what the person who runs it reads @throws {PlainError} where it cannot be done */
export async function runOperatorCommand(command: OperatorCommand): Promise<string> {
  const { addOperator, readOperators, removeOperator } = await import("#lib/operator/manage-operators.ts");
  if (command.kind === "list") return operatorsText(await readOperators());
  const { kind, address } = command;
  const done = await (kind === "add" ? addOperator(address) : removeOperator(address));
  switch (done) {
    case "unknown_address":
      throw new PlainError(`There is no account with the address ${address}. The person signs up first.`);
    case "added":
      return `${address} is an operator now, and finds the pages at /operator.`;
    case "already":
      return `${address} is an operator already.`;
    case "removed":
      return `${address} is not an operator any more.`;
    case "none":
      return `${address} is not an operator.`;
  }
}

function operatorsText(all: readonly Operator[]): string {
  if (all.length === 0) return "Nobody is an operator. Add one: npm run operator -- add ana@example.com";
  return all
    .map(({ email, name, createdAt }) => `${email}  ${name}, since ${createdAt.toISOString().slice(0, 10)}`)
    .join("\n");
}
