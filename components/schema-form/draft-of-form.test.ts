import { expect, test } from "vitest";
import { z } from "zod";
import { draftOfForm } from "./draft-of-form.ts";
import { readDraft } from "./read-draft.ts";
import { readFields } from "./shape.ts";

const schema = z.toJSONSchema(
  z.object({
    text: z.string(),
    count: z.int().optional(),
    region: z.enum(["eu", "us"]),
    isLoud: z.boolean().default(false),
    guest: z.object({ name: z.string(), email: z.string().optional() }),
    lines: z.array(z.object({ product: z.string(), quantity: z.int() })),
    tags: z.array(z.string()).optional(),
  }),
  { io: "input" },
);

function createForm(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(`run.${name}`, value);
  return form;
}

function read(values: Readonly<Record<string, string>>) {
  const fields = readFields(schema);
  return readDraft(fields, draftOfForm(fields, "run", createForm(values)));
}

const whole = {
  text: "Hello",
  count: "3",
  region: '"eu"',
  isLoud: "on",
  "guest.name": "Ana",
  "lines[0].product": "p1",
  "lines[0].quantity": "2",
  "lines[1].product": "p2",
  "lines[1].quantity": "1",
  "tags[0]": "new",
};

test("what a browser posts comes to the same input as what is typed with the script", () => {
  expect(read(whole)).toEqual({
    problems: [],
    input: {
      text: "Hello",
      count: 3,
      region: "eu",
      isLoud: true,
      guest: { name: "Ana" },
      lines: [
        { product: "p1", quantity: 2 },
        { product: "p2", quantity: 1 },
      ],
      tags: ["new"],
    },
  });
});

test("what is missing or no number is named by its path; names of other forms count for nothing", () => {
  const { "lines[1].quantity": _, ...others } = whole;
  const { problems } = read({ ...others, count: "many" });
  expect(problems.map(({ path }) => path)).toEqual(["count", "lines[1].quantity"]);
  const form = new FormData();
  form.set("else.text", "Hello");
  expect(draftOfForm(readFields(schema), "run", form).text).toBe("");
});
