"use client";

import { WrapText } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";
import { IconButton } from "./icon-button.tsx";
import { indentJson, type JsonTokenKind, jsonTokens } from "./json-tokens.ts";

const tokenStyles = {
  key: "text-code-key",
  string: "text-code-string",
  number: "text-code-number",
  literal: "text-code-literal",
  punctuation: "text-code-punctuation",
  plain: undefined,
} as const satisfies Record<JsonTokenKind, string | undefined>;

interface CodeBlockProps {
  code: string;
  /** What it shows, such as "Request body"; names the block and its copy button. */
  label: string;
  /** `json` is laid out over lines and coloured; what is copied is always `code` as given. */
  language?: "json" | "text";
  /** Stands at the right of the label: a size, "cut at 16 KiB". */
  note?: ReactNode;
  isWrappedAtFirst?: boolean;
  className?: string;
}

/** Code to read and copy, with long lines wrapped on request. */
export function CodeBlock({
  code,
  label,
  language = "text",
  note,
  isWrappedAtFirst = false,
  className,
}: CodeBlockProps) {
  const [isWrapped, setIsWrapped] = useState(isWrappedAtFirst);
  const isJson = language === "json";
  return (
    <figure className={cn("min-w-0 overflow-hidden rounded-card border border-line bg-surface", className)}>
      <figcaption className="flex min-h-9 items-center gap-2 border-line border-b bg-sunken py-0.5 pr-1.5 pl-3.5">
        <span className="min-w-0 flex-1 truncate font-medium text-muted text-sm">{label}</span>
        {note && <span className="text-subtle text-xs">{note}</span>}
        <IconButton
          size="sm"
          label={t("code_block_wrap_long_lines_label", { label })}
          title={t("code_block_title")}
          aria-pressed={isWrapped}
          icon={<WrapText aria-hidden />}
          className="aria-pressed:bg-pressed aria-pressed:text-ink"
          onClick={() => setIsWrapped(!isWrapped)}
        />
        <CopyButton text={code} label={label} className="size-7" />
      </figcaption>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section
        tabIndex={0}
        aria-label={label}
        className="max-h-112 overflow-auto focus-visible:-outline-offset-2"
      >
        <pre
          className={cn(
            "w-fit min-w-full px-3.5 py-3 font-mono text-sm",
            isWrapped && "w-auto whitespace-pre-wrap [overflow-wrap:anywhere]",
          )}
        >
          <code>{isJson ? <JsonText json={indentJson(code)} /> : code}</code>
        </pre>
      </section>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above */}
    </figure>
  );
}

/** JSON with its parts coloured. */
function JsonText({ json }: { json: string }) {
  return jsonTokens(json).map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens of one text never move
    <span key={index} className={tokenStyles[token.kind]}>
      {token.text}
    </span>
  ));
}
