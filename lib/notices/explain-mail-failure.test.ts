import { expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { explainMailFailure } from "./explain-mail-failure.ts";

test.each([
  [
    { code: "EENVELOPE", responseCode: 550, response: "550 5.1.1 No such user" },
    "The mail server refused it: 550 5.1.1 No such user",
  ],
  [
    { code: "EAUTH", responseCode: 535, response: "535 bad password for ops@example.com" },
    "The mail server did not let Patchbay sign in.",
  ],
  [{ code: "ETIMEDOUT" }, "The mail server did not answer in time."],
  [{ code: "ESOCKET", message: "connect ECONNREFUSED 10.0.0.7:25" }, "The mail server could not be reached."],
])("%j is told as a sentence that shows nothing of the operator's server", (fields, sentence) => {
  const failure = explainMailFailure(Object.assign(new Error("failed"), fields));
  expect(render(failure)).toBe(sentence);
});
