import type { ReactNode } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";
import { ToneIcon } from "./tone-icon.tsx";

interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What it means for the reader: what is safe, what waits. */
  meaning: ReactNode;
  /** The one button that mends it or starts to. */
  action?: ReactNode;
  /** For the engineer, folded away, with a copy button. */
  details?: string;
  className?: string;
}

/** A failure, in plain words first. */
export function ErrorState({ title, meaning, action, details, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn("rounded-card border border-line bg-surface p-card shadow-card sm:p-6", className)}
    >
      <div className="flex gap-3.5">
        <ToneIcon tone="danger" className="mt-0.5 size-5" />
        <div className="grid min-w-0 flex-1 justify-items-start gap-4">
          <div className="grid max-w-prose gap-1">
            <p className="font-semibold text-lg">{title}</p>
            <p className="text-muted">{meaning}</p>
          </div>
          {action}
          {details && (
            <details className="w-full min-w-0">
              <summary className="w-fit min-h-6 rounded-tag text-muted text-sm hover:text-ink">
                {t("error_state_details_your_engineer")}
              </summary>
              <div className="mt-2 flex items-start gap-2 rounded-control border border-line bg-sunken p-3">
                <pre className="min-w-0 flex-1 whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
                  {details}
                </pre>
                <CopyButton text={details} label={t("error_state_label")} />
              </div>
            </details>
          )}
        </div>
      </div>
    </div>
  );
}
