import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import type { ReplayMode } from "#lib/automations/replays/replay-schema.ts";
import { replayModes } from "./replay-modes.ts";

/** The three ways to do it again, as links: the plan below is that of the chosen one. */
export function ModeLinks({ path, selected }: { path: string; selected: ReplayMode }) {
  return (
    <nav aria-label="How to replay">
      <ul className="grid gap-2.5 md:grid-cols-3">
        {replayModes.map(({ mode, label, meaning }) => (
          <li key={mode} className="grid">
            <Link
              href={`${path}?mode=${mode}`}
              scroll={false}
              aria-current={mode === selected ? "true" : undefined}
              className={cn(
                "grid content-start rounded-control border p-3 shadow-control transition-colors",
                mode === selected
                  ? "border-accent bg-accent-soft"
                  : "border-line-strong bg-surface hover:border-control",
              )}
            >
              <span className="font-medium text-ink">{label}</span>
              <span className="text-muted text-sm">{meaning}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
