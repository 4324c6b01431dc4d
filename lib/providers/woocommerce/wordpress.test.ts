import { expect, test } from "vitest";
import { plainText } from "./wordpress.ts";

test.each([
  ["Ana&#039;s &amp; Co.", "Ana's & Co."],
  ["Ship Your Idea &ndash; <span>Color</span>", "Ship Your Idea – Color"],
  ["&#x1F355; Pizza", "🍕 Pizza"],
  ["&lt;b&gt;", "<b>"],
  ["&unknown; &#0; &#x110000;", "&unknown; &#0; &#x110000;"],
  ["2 < 3", "2 < 3"],
])("%j reads %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});
