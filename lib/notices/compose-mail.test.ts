import { expect, test } from "vitest";
import { composeMail } from "./compose-mail.ts";

const parts = {
  noticeId: "not_1",
  recipient: "ana@example.com",
  subject: "Shopify needs you",
  body: "Shopify has ended the connection.\n\nConnect it again:\nit takes a minute.\n",
  merchantName: "Trattoria Ana",
  link: "https://integrations.example.com/marketplace/shopify",
  from: "Patchbay <notices@example.com>",
};

test("a mail says the same in text and HTML, with the way into the app and why it came", () => {
  const { text, html } = composeMail(parts);
  expect(text).toContain("Shopify has ended the connection.\n\nConnect it again:\nit takes a minute.\n\n");
  expect(text).toContain(`Open in Patchbay: ${parts.link}`);
  expect(html).toContain("<p>Connect it again:<br>it takes a minute.</p>");
  expect(html).toContain(`<a href="${parts.link}">`);
  for (const body of [text, html]) expect(body).toContain("owner or admin of Trattoria Ana");
});

test("what a provider or a merchant wrote is text in the HTML, not markup", () => {
  const hostile = `<img src="x" onerror="alert(1)"> & <b>`;
  const { html, text } = composeMail({ ...parts, body: hostile, merchantName: "<script>" });
  expect(html).not.toMatch(/<img|<b>|<script/);
  expect(html).toContain("&lt;img src=&quot;x&quot; onerror=&quot;alert(1)&quot;&gt; &amp; &lt;b&gt;");
  expect(text).toContain(hostile);
});

test("a notice has one Message-ID, whatever else is in the mail", () => {
  expect(composeMail(parts).messageId).toBe("<not_1@integrations.example.com>");
  expect(composeMail({ ...parts, subject: "Other" }).messageId).toBe(composeMail(parts).messageId);
});

test("an address is one recipient, even where it looks like several", () => {
  const { to } = composeMail({ ...parts, recipient: "a@example.com, b@example.com" });
  expect(to).toEqual({ name: "", address: "a@example.com, b@example.com" });
});
