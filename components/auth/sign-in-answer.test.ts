import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-answer.ts";

test.each([
  [
    "a wrong password does not say which of the two is wrong",
    "CredentialsSignin",
    /^Wrong email or password\.$/,
  ],
  ["the wait is rounded up to minutes", "rate_limited:61", /Wait 2 minutes/],
  ["one minute is one minute", "rate_limited:60", /Wait 1 minute,/],
  ["less than a minute is not nothing", "rate_limited:0", /Wait 1 minute,/],
  ["an error of our own is ours", "internal", /on our side/],
  [
    "a message that is not ours is not shown",
    "<b>connect ECONNREFUSED</b>",
    /^Something went wrong on our side/,
  ],
])("%s", (_name, code, expected) => {
  expect(signInProblem(code)).toMatch(expected);
});
