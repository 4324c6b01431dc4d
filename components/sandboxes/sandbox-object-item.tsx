import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SandboxObjectDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { objectTitle } from "./object-title.ts";

interface SandboxObjectItemProps {
  object: SandboxObjectDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

/** One thing that an account holds: what it is called, and all of it on request. */
export function SandboxObjectItem({ object, zone, isNew }: SandboxObjectItemProps) {
  const title = objectTitle(object.data);
  const isChanged = object.updatedAt !== object.createdAt;
  return (
    <li className={cn("grid gap-1 px-card py-3.5 transition-colors", isNew && "bg-accent-soft")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <p className="min-w-0 font-medium [overflow-wrap:anywhere]">{title ?? object.id}</p>
        <p className="text-muted text-sm">
          {t.rich("sandbox_object_item_ischanged_relativetime", {
            isChanged: isChanged ? "yes" : "no",
            relativeTime: <RelativeTime at={object.updatedAt} zone={zone} />,
          })}
        </p>
      </div>
      {title !== undefined && (
        <code className="font-mono text-subtle text-xs [overflow-wrap:anywhere]">{object.id}</code>
      )}
      <details className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("sandbox_object_item_all")}
        </summary>
        <CodeBlock label={object.id} language="json" code={JSON.stringify(object.data)} className="mt-2" />
      </details>
    </li>
  );
}
