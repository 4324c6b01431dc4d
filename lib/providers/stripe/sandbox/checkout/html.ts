import type { SandboxReply } from "../../../sandbox-kit/contract.ts";

const style = `body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f6f7f9;color:#1a1f36}
main{max-width:26rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.25rem;margin:0}.sum{font-size:2rem;font-weight:600;margin:.25rem 0 1rem}
ul{list-style:none;margin:0 0 1rem;padding:0}li{display:flex;justify-content:space-between;gap:1rem}
label{display:block;margin:.75rem 0 .25rem}input{box-sizing:border-box;width:100%;padding:.6rem;font:inherit;border:1px solid #8792a2;border-radius:.4rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
button{width:100%;margin-top:1rem;padding:.75rem;font:inherit;font-weight:600;border:0;border-radius:.4rem;background:#0a58ca;color:#fff}
button.other{background:#e3e8ee;color:#1a1f36}.problem{padding:.6rem;border-radius:.4rem;background:#fde8e8;color:#8a1c1c}
.note{color:#4f566b;font-size:.875rem}
@media (prefers-color-scheme:dark){body{background:#14171f;color:#e8eaf0}input{background:#1f2430;color:inherit;border-color:#697386}button.other{background:#2a3040;color:#e8eaf0}.note{color:#a3acba}.problem{background:#4a1d1d;color:#ffd9d9}}`;

/** Text as a page may hold it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A page of the sandbox: no script, nothing from elsewhere. */
export function page(title: string, content: string, status = 200): SandboxReply {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${content}</main></body></html>`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
    },
    text,
  };
}

export function message(title: string, text: string, status = 200): SandboxReply {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`, status);
}
