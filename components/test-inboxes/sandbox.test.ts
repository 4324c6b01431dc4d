import { describe, expect, test } from "vitest";
import { updateInboxInput } from "#lib/test-inboxes/schema.ts";
import { failingAnswers, inboxAnswer, inboxChange } from "./inbox-answers.ts";
import { readReceived } from "./received-event.ts";

describe("how an inbox answers", () => {
  test.each([
    [{ behaviour: "answer", answerStatus: 200 }, "accept", "success", "Accepts with 200"],
    [{ behaviour: "answer", answerStatus: 204 }, "accept", "success", "Accepts with 204"],
    [{ behaviour: "answer", answerStatus: 503 }, "fail", "danger", "Fails with 503"],
    [{ behaviour: "answer", answerStatus: 418 }, "fail", "danger", "Fails with 418"],
    [{ behaviour: "hang", answerStatus: 200 }, "hang", "warning", "Never answers"],
  ] as const)("%j is shown as %s", (inbox, mode, tone, text) => {
    expect(inboxAnswer(inbox)).toMatchObject({ mode, tone, text });
  });

  test("tells that 410 switches the webhook off and that a redirect is not followed", () => {
    const getConsequence = (answerStatus: number) =>
      inboxAnswer({ behaviour: "answer", answerStatus }).consequence;
    expect(getConsequence(410)).toContain("switches the webhook off");
    expect(getConsequence(301)).toContain("does not follow redirects");
    expect(getConsequence(500)).toContain("tries again");
  });

  test("each choice leads to the state that shows it, in a form the inbox takes", () => {
    for (const { status } of failingAnswers()) {
      for (const mode of ["accept", "fail", "hang"] as const) {
        const change = inboxChange(mode, status);
        expect(updateInboxInput.safeParse({ id: "inb_1", ...change }).success).toBe(true);
        expect(inboxAnswer(change).mode).toBe(mode);
      }
    }
  });
});

describe("readReceived", () => {
  test("finds the event type in the body and its id in the headers", () => {
    const received = { headers: { "webhook-id": "evt_1" }, body: '{"type":"order.paid","data":{}}' };
    expect(readReceived(received)).toEqual({ type: "order.paid", eventId: "evt_1" });
  });

  test.each(["", "{", '"text"', '{"type":7}', "[]"])("makes do with a body such as %j", (body) => {
    expect(readReceived({ headers: {}, body })).toEqual({ type: null, eventId: null });
  });
});
