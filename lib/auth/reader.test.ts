import { afterEach, expect, test } from "vitest";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";
import { addTranslation, texts } from "#lib/words/texts/texts.ts";
import { composeIn } from "./reader.ts";

const t = texts("a test of readers", { title: "Orders" });

afterEach(() => addTranslation("en", {}));

test("what a server action composes is in the language that it was run with, also after it has waited", async () => {
  addTranslation("en", { "a test of readers": { title: "Pedidos" } });
  const composed = await composeIn("en", async () => {
    await new Promise(setImmediate);
    return [readerLocale(), t("title")];
  });
  expect(composed).toEqual(["en", "Pedidos"]);
});
