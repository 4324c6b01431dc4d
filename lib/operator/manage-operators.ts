import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { operators, users } from "#db/schema/tenancy.ts";
import { resetRequestInput } from "#lib/auth/account-schema.ts";
import { authoriseOperator, type OperatorCtx } from "#lib/auth/operator.ts";
import { parseInput } from "#lib/parse.ts";
import { recordOperatorAct } from "./record-operator-act.ts";

export interface Operator {
  name: string;
  email: string;
  createdBy: string;
  createdAt: Date;
}

/** The command that makes operators; nothing else does. */
const command = { kind: "command", id: "npm run operator", requestId: "npm run operator" } as const;

/**
 * Makes a person an operator, from a command on the server.
 * @throws {AppError} 422 for what is no address
 */
export async function addOperator(address: string): Promise<"added" | "already" | "unknown_address"> {
  const user = await findUser(address);
  if (!user) return "unknown_address";
  return db().transaction(async (tx) => {
    const [added] = await tx
      .insert(operators)
      .values({ userId: user.id, createdBy: command.id })
      .onConflictDoNothing()
      .returning();
    if (!added) return "already";
    await recordOperatorAct(tx, command, {
      action: "operator.added",
      targetId: user.id,
      detail: { email: user.email },
    });
    return "added";
  });
}

/**
 * Takes the role from a person; the next request is refused. The account and its sessions stay.
 * @throws {AppError} 422 for what is no address
 */
export async function removeOperator(address: string): Promise<"removed" | "none" | "unknown_address"> {
  const user = await findUser(address);
  if (!user) return "unknown_address";
  return db().transaction(async (tx) => {
    const [removed] = await tx.delete(operators).where(eq(operators.userId, user.id)).returning();
    if (!removed) return "none";
    await recordOperatorAct(tx, command, {
      action: "operator.removed",
      targetId: user.id,
      detail: { email: user.email },
    });
    return "removed";
  });
}

/** All operators, the first one first, for the command. */
export async function readOperators(): Promise<Operator[]> {
  return db()
    .select({
      name: users.name,
      email: users.email,
      createdBy: operators.createdBy,
      createdAt: operators.createdAt,
    })
    .from(operators)
    .innerJoin(users, eq(users.id, operators.userId))
    .orderBy(asc(operators.createdAt), asc(users.email));
}

/** The same for an operator's page. @throws {AppError} 404 for who is none */
export async function listOperators({ ctx }: { ctx: OperatorCtx }): Promise<Operator[]> {
  await authoriseOperator(ctx);
  return readOperators();
}

async function findUser(address: string): Promise<{ id: string; email: string } | null> {
  const { email } = parseInput(resetRequestInput, { email: address });
  const [user] = await db()
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(eq(users.email, email));
  return user ?? null;
}
