import { afterEach, expect, test } from "vitest";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";
import { texts } from "#lib/words/texts/texts.ts";
import { setLanguage } from "#lib/words/texts/translations.ts";
import { composeIn } from "./reader.ts";

const t = texts("a test of readers", { title: "Orders" });

afterEach(() => setLanguage("en", {}));

test("what a server action composes is in the language that it was run with, also after it has waited", async () => {
  setLanguage("en", { texts: { "a test of readers": { title: "Pedidos" } } });
  const composed = await composeIn("en", async () => {
    await new Promise(setImmediate);
    return [readerLocale(), t("title")];
  });
  expect(composed).toEqual(["en", "Pedidos"]);
});
