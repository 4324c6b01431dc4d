"use client";

import { signIn } from "next-auth/react";
import { signInProblem } from "./sign-in-answer.ts";

const unreachable = "Patchbay could not be reached. Check the connection and try again.";

/** Signs in. Answers undefined when the browser has its session, or else a sentence saying why it has none. */
export async function startSession(credentials: {
  email: string;
  password: string;
}): Promise<string | undefined> {
  const answer = await signIn("credentials", { ...credentials, redirect: false }).catch(() => undefined);
  if (!answer) return unreachable;
  return answer.ok && !answer.error ? undefined : signInProblem(answer.error ?? "");
}
