import type { Call, ProviderReply } from "../contract/call.ts";

/** An answer of a provider as it came over the wire. */
export type Answer = Pick<ProviderReply, "status" | "headers" | "text">;

/** By the request that it answers. */
export type Answers = Map<string, Answer>;

/** Notes what is answered to a call. */
export function recordingCall(call: Call, answers: Answers): Call {
  return throughAnswers(call, async (key, ask) => {
    const answer = await ask();
    answers.set(key, answer);
    return answer;
  });
}

/** Answers a call with what was noted; what was not asked for then is asked now. */
export function replayingCall(call: Call, answers: Answers): Call {
  return throughAnswers(call, async (key, ask) => answers.get(key) ?? ask());
}

function throughAnswers(
  call: Call,
  answer: (key: string, ask: () => Promise<Answer>) => Promise<Answer>,
): Call {
  return {
    ...call,
    request: async (request) => {
      const key = JSON.stringify([request.method, request.url, request.query, request.json, request.form]);
      const reply = await answer(key, () => call.request(request));
      return { ...reply, json: parseJson(reply.text) };
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.clone().text();
      const { status, headers, text } = await answer(
        JSON.stringify([request.method, request.url, body]),
        async () => {
          const response = await call.fetch(input, init);
          const received = Object.fromEntries(response.headers);
          return { status: response.status, headers: received, text: await response.text() };
        },
      );
      return new Response(status === 204 ? null : text, { status, headers });
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
