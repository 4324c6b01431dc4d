import { expect, test } from "@playwright/test";

const isForm = { "content-type": "multipart/form-data; boundary=x" };

test("what is posted to a page and cannot be read, or may not be, is told so, and is no failure of ours", async ({
  request,
  baseURL,
}) => {
  const post = (data: string, headers: Record<string, string> = {}) =>
    request.post("/sign-up", { data, headers: { ...isForm, origin: `${baseURL}`, ...headers } });
  const answers = [
    await post("garbage"),
    await post("garbage", { origin: "https://evil.example" }),
    await post(
      `--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n${"x".repeat(1_100_000)}\r\n--x--\r\n`,
    ),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([400, 403, 413]);
  expect(await answers[0]?.text()).toBe("The form in the body cannot be read.\n");
});
