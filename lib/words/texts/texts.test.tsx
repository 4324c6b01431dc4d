import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test } from "vitest";
import { texts } from "./texts.ts";
import { setLanguage } from "./translations.ts";

const t = texts("a test", {
  title: "Orders",
  held: "{count, plural, one {# delivery is} other {# deliveries are}} held for {name}.",
  where: "{kind, select, webhook {at the endpoint} other {in the app}}",
  hint: "No account? <link>Create {what}</link> at {when}.",
});

afterEach(() => setLanguage("en", {}));

describe("a text", () => {
  test("takes its parameters, and numbers as the language writes them", () => {
    expect(t("title")).toBe("Orders");
    expect(t("held", { count: 1, name: "Till" })).toBe("1 delivery is held for Till.");
    expect(t("held", { count: 1_200, name: "Till" })).toBe("1,200 deliveries are held for Till.");
    expect(t("where", { kind: "automation" })).toBe("in the app");
  });

  test("holds links and components within one sentence", () => {
    const drawn = t.rich("hint", {
      link: (text) => <a href="/sign-up">{text}</a>,
      what: <b>one</b>,
      when: "noon",
    });
    expect(renderToStaticMarkup(drawn)).toBe('No account? <a href="/sign-up">Create <b>one</b></a> at noon.');
  });

  test("is refused by the compiler where its key or a parameter is wrong", () => {
    // @ts-expect-error no such key
    t("titel");
    // @ts-expect-error a parameter is missing
    expect(() => t("held", { count: 1 })).toThrow("name");
    // @ts-expect-error a number is needed to choose the form
    t("held", { count: "1", name: "Till" });
    // @ts-expect-error all parameters are missing
    expect(() => t("where")).toThrow("kind");
    // @ts-expect-error the tag is missing
    expect(() => t.rich("hint", { what: "one", when: "noon" })).toThrow("link");
  });

  test("is that of another language where there is one, by catalogue and key", () => {
    setLanguage("en", { texts: { "a test": { title: "Pedidos" }, another: { held: "nothing" } } });
    expect(t("title")).toBe("Pedidos");
    expect(t("held", { count: 2, name: "Till" })).toBe("2 deliveries are held for Till.");
  });
});
