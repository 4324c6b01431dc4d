import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import type { SandboxCallDto } from "#lib/sandbox/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { callAnswer } from "./call-answer.ts";
import { faultWords } from "./fault-words.ts";

interface SandboxCallRowProps {
  call: SandboxCallDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

const directions = () =>
  ({
    received: {
      name: t("directions_from_patchbay"),
      icon: <ArrowDownLeft aria-hidden className="size-4 shrink-0" />,
    },
    sent: { name: t("directions_patchbay"), icon: <ArrowUpRight aria-hidden className="size-4 shrink-0" /> },
  }) as const satisfies Record<SandboxCallDto["direction"], { name: string; icon: unknown }>;

/** One call: which way it went, where to, and what came back. */
export function SandboxCallRow({ call, zone, isNew }: SandboxCallRowProps) {
  const { name, icon } = directions()[call.direction];
  const answer = callAnswer(call);
  return (
    <TableRow className={isNew ? "bg-accent-soft" : ""}>
      <TableCell phone="title" className="max-md:col-span-2 md:max-w-120">
        <span className="grid min-w-0 gap-0.5">
          <span className="flex items-center gap-1.5 text-muted text-sm">
            {icon}
            {name}
          </span>
          <code
            className="block font-mono text-sm md:truncate max-md:[overflow-wrap:anywhere]"
            title={call.url}
          >
            {call.method} {call.url.replace(/^https?:\/\//, "")}
          </code>
        </span>
      </TableCell>
      <TableCell label={t("sandbox_call_row_label")}>
        <Status tone={answer.tone}>{answer.word}</Status>
      </TableCell>
      <TableCell
        label={t("sandbox_call_row_made_fail")}
        phone={call.fault === null ? "hidden" : "line"}
        className="text-muted"
      >
        {call.fault !== null && faultWords()[call.fault].label}
      </TableCell>
      <TableCell label={common("when")} align="end" className="text-muted">
        <RelativeTime at={call.at} zone={zone} />
      </TableCell>
    </TableRow>
  );
}
