import { lookUp } from "#lib/look-up.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { renderCore } from "#lib/words/render-core.ts";

/** What an email is made of. */
type MailParts = {
  noticeId: string;
  recipient: string;
  subject: string;
  /** Plain text; paragraphs are parted by an empty line. */
  body: string;
  merchantName: string;
  /** Where in the app it can be mended. */
  link: string;
  from: string;
  locale?: Locale;
};

/**
 * A notice as an email, in plain text and the same in simple HTML. Its Message-ID comes from the notice, so that a mail
 * server or reader that gets it twice knows it for the same. It asks for no automatic answers (RFC 3834).
 */
export function composeMail(parts: MailParts) {
  const paragraphs = parts.body
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim());
  const { locale = defaultLocale } = parts;
  const merchant = parts.merchantName || renderCore({ code: "notice_your_shop", params: {} }, locale);
  const reason = renderCore({ code: "notice_reason", params: { merchant } }, locale);
  const open = renderCore({ code: "notice_open", params: {} }, locale);
  return {
    from: parts.from,
    to: { name: "", address: parts.recipient },
    subject: parts.subject,
    messageId: `<${parts.noticeId}@${new URL(parts.link).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    text: `${[...paragraphs, `${open}: ${parts.link}`, `-- \n${reason}`].join("\n\n")}\n`,
    html: renderHtml({ paragraphs, link: parts.link, open, reason, locale }),
  };
}

function renderHtml({
  paragraphs,
  link,
  open,
  reason,
  locale,
}: {
  paragraphs: readonly string[];
  link: string;
  open: string;
  reason: string;
  locale: Locale;
}): string {
  const texts = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head>`,
    `<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;max-width:36em">`,
    ...texts,
    `<p><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>`,
    `<p style="font-size:13px;opacity:.7">${escapeHtml(reason)}</p>`,
    `</body></html>`,
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => lookUp(entities, character) ?? character);
}
