import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { NoticeDto } from "#lib/notices/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { notices as t } from "#lib/words/en/screens/notices.ts";
import { noticeState } from "./notice-state.ts";

interface NoticeTableProps {
  notices: readonly NoticeDto[];
  zone: string;
  /** Address of the person who reads the page. */
  reader: string;
}

/** What people were told, one notice a row, and whether its email went out. */
export function NoticeTable({ notices, zone, reader }: NoticeTableProps) {
  return (
    <Table caption={t("notice_table_caption")}>
      <TableHead>
        <TableHeading>{common("when")}</TableHeading>
        <TableHeading>{t("notice_table_notice")}</TableHeading>
        <TableHeading>{t("notice_table_to")}</TableHeading>
        <TableHeading>{t("notice_table_email")}</TableHeading>
      </TableHead>
      <TableBody>
        {notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            zone={zone}
            isUnread={notice.readAt === null && notice.recipient === reader}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface NoticeRowProps {
  notice: NoticeDto;
  zone: string;
  isUnread: boolean;
}

function NoticeRow({ notice, zone, isUnread }: NoticeRowProps) {
  return (
    <TableRow>
      <TableCell phone="aside" className="text-muted md:align-top">
        <RelativeTime at={notice.createdAt} zone={zone} />
      </TableCell>
      <TableCell phone="title" className="md:max-w-112 md:align-top">
        <div className="grid min-w-0 gap-0.5">
          <NoticeSubject notice={notice} isUnread={isUnread} />
          <p className="whitespace-pre-line font-normal text-muted text-sm [overflow-wrap:anywhere]">
            <NoticeBody text={notice.body} />
          </p>
        </div>
      </TableCell>
      <TableCell label={t("notice_row_label")} className="md:max-w-56 md:align-top">
        <span className="min-w-0 [overflow-wrap:anywhere]">{notice.recipient}</span>
      </TableCell>
      <TableCell label={t("notice_row_email")} className="md:max-w-64 md:align-top">
        <Outcome notice={notice} zone={zone} />
      </TableCell>
    </TableRow>
  );
}

/** Leads to the app, the webhook, the automation or the run that the notice is about, where there is one. */
function NoticeSubject({ notice, isUnread }: { notice: NoticeDto; isUnread: boolean }) {
  const href = buildHref(notice);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {href === null ? (
        <span className="font-medium">{notice.subject}</span>
      ) : (
        <Link href={href} data-row-link className="w-fit rounded-tag font-medium hover:underline">
          {notice.subject}
        </Link>
      )}
      {isUnread && <Badge tone="info">{t("notice_subject_new")}</Badge>}
    </span>
  );
}

function buildHref({ webhookId, runId, automationId, provider }: NoticeDto): string | null {
  if (webhookId !== null) return `/webhooks/${webhookId}`;
  if (runId !== null) return `/deliveries/${runId}`;
  if (automationId !== null) return `/automations/${automationId}`;
  return provider === null ? null : `/marketplace/${provider}`;
}

function Outcome({ notice, zone }: { notice: NoticeDto; zone: string }) {
  const { tone, word } = noticeState(notice);
  return (
    <div className="grid min-w-0 gap-0.5 max-md:justify-items-end">
      <Status tone={tone}>{word}</Status>
      {notice.lastError !== null && (
        <span className="text-muted text-sm [overflow-wrap:anywhere]">{notice.lastError}</span>
      )}
      {notice.nextTryAt !== null && notice.attempts > 0 && (
        <span className="text-muted text-sm">
          {t.rich("outcome_next_try_relativetime", {
            relativeTime: <RelativeTime at={notice.nextTryAt} zone={zone} />,
          })}
        </span>
      )}
    </div>
  );
}

/** What a notice says; an address in it is a link that is called by its host, as the whole of it fills a phone. */
function NoticeBody({ text }: { text: string }) {
  return text.split(/(https:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 && URL.canParse(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
      <TextLink key={index} href={part} target="_blank" rel="noreferrer">
        {new URL(part).host}
      </TextLink>
    ) : (
      part
    ),
  );
}
