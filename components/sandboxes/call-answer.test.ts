import { expect, test } from "vitest";
import { callAnswer } from "./call-answer.ts";

test.each([
  [
    { status: 200, fault: "slow" },
    { tone: "success", word: "200" },
  ],
  [
    { status: 200, fault: "forbidden" },
    { tone: "danger", word: "200, refused" },
  ],
  [
    { status: 200, fault: null },
    { tone: "success", word: "200" },
  ],
  [
    { status: 302, fault: null },
    { tone: "success", word: "302" },
  ],
  [
    { status: 429, fault: "rate_limited" },
    { tone: "danger", word: "429" },
  ],
  [
    { status: 201, fault: "lost" },
    { tone: "warning", word: "Answer lost" },
  ],
  [
    { status: 200, fault: "malformed" },
    { tone: "warning", word: "200, incomplete" },
  ],
  [
    { status: null, fault: null },
    { tone: "danger", word: "No answer" },
  ],
] as const)("%j reads as %j", (call, answer) => {
  expect(callAnswer(call)).toEqual(answer);
});
