import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";

interface CopyableProps {
  text: string;
  /** What it is, such as "event id". */
  label: string;
  /** Cuts the end off with an ellipsis where space is short, instead of breaking the line. */
  isTruncated?: boolean;
  className?: string;
}

/** An id or URL in mono, with its copy button. */
export function Copyable({ text, label, isTruncated = false, className }: CopyableProps) {
  return (
    <span className={cn("inline-flex min-w-0 max-w-full items-center gap-1", className)}>
      <code
        className={cn("min-w-0 font-mono text-sm", isTruncated ? "truncate" : "[overflow-wrap:anywhere]")}
        {...(isTruncated ? { title: text } : {})}
      >
        {text}
      </code>
      <CopyButton text={text} label={label} />
    </span>
  );
}
