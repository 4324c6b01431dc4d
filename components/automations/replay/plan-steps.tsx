import type { ReactNode } from "react";

export interface PlanLine {
  key: string;
  title: string;
  app: string | null;
  /** What becomes of it. */
  effect: ReactNode;
  message?: string;
}

/** The steps of a plan, each with what becomes of it. */
export function PlanSteps({ lines }: { lines: readonly PlanLine[] }) {
  return (
    <ol className="divide-y divide-line">
      {lines.map(({ key, title, app, effect, message }) => (
        <li key={key} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-card py-3.5">
          <div className="grid min-w-0 flex-1 basis-56">
            <span className="font-medium">
              {title} <span className="font-normal text-muted">{app && `in ${app}`}</span>
            </span>
            {message && <span className="text-muted text-sm">{message}</span>}
          </div>
          <div>{effect}</div>
        </li>
      ))}
    </ol>
  );
}
