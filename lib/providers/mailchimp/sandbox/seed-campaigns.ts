import type { CampaignDocument, TemplateDocument } from "./documents.ts";
import { guestListId } from "./seed-lists.ts";

const monthlyMenu = 10_013_418;
const specialEvening = 10_013_522;

export function seedTemplates(): TemplateDocument[] {
  const shared = { type: "user", active: true, created_by: "ana" } as const;
  return [
    {
      ...shared,
      id: monthlyMenu,
      name: "Monthly menu",
      content_type: "template",
      date_created: "2025-02-10T09:00:00+00:00",
      date_edited: "2026-07-01T09:20:00+00:00",
    },
    {
      ...shared,
      id: specialEvening,
      name: "Special evening",
      content_type: "multichannel",
      date_created: "2026-01-21T15:05:00+00:00",
      date_edited: "2026-03-02T11:45:00+00:00",
    },
  ];
}

export function seedCampaigns(name: string): CampaignDocument[] {
  return [
    {
      ...draft(name, { id: "9b77d0c2f4", web_id: 9_000_101, title: "September menu" }),
      create_time: "2026-08-28T08:00:00+00:00",
      status: "sent",
      emails_sent: 5,
      recipient_count: 5,
      send_time: "2026-09-01T09:00:00+00:00",
      report: { opens: 7, unique_opens: 4, clicks: 3, subscriber_clicks: 2 },
    },
    draft(name, { id: "42c1ab09de", web_id: 9_000_118, title: "New opening hours" }),
    draft(name, { id: "d18e5a60b3", web_id: 9_000_124, title: "Christmas menus", subject: "" }),
    {
      ...draft(name, { id: "7c0fe41a92", web_id: 9_000_131, title: "New Year's Eve" }),
      status: "schedule",
      send_time: "2026-12-01T09:00:00+00:00",
    },
  ];
}

function draft(
  name: string,
  { id, web_id, title, subject = title }: { id: string; web_id: number; title: string; subject?: string },
): CampaignDocument {
  return {
    id,
    web_id,
    type: "regular",
    create_time: "2026-09-14T14:30:00+00:00",
    status: "save",
    emails_sent: 0,
    send_time: "",
    content_type: "template",
    list_id: guestListId,
    recipient_count: null,
    settings: {
      subject_line: subject,
      preview_text: "",
      title,
      from_name: name,
      reply_to: "hello@example.com",
      template_id: monthlyMenu,
    },
    report: null,
  };
}
