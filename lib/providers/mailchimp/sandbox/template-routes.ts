import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { apiRoute } from "./api-route.ts";
import { collection, sorted } from "./collection.ts";
import { type TemplateDocument, templateDocument } from "./documents.ts";
import { linksTo, root } from "./links.ts";
import { notFound } from "./replies.ts";

/** https://mailchimp.com/developer/marketing/api/templates/ */
export const templateRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "/templates", async ({ desk, query }) => {
    const templates = (await desk.store.list("template", templateDocument)).map(({ data }) => data);
    const type = query.get("type");
    const contentType = query.get("content_type");
    const found = templates.filter(
      (template) =>
        template.active &&
        (type === null || template.type === type) &&
        (contentType === null || template.content_type === contentType),
    );
    const ordered = sorted(query, found, {
      name: ({ name }) => name,
      date_created: ({ date_created }) => date_created,
      date_edited: ({ date_edited }) => date_edited,
    });
    return collection(
      query,
      "templates",
      ordered.map(presentTemplate),
      linksTo({ path: "/templates", schema: "Templates/CollectionResponse" }, root),
    );
  }),
  apiRoute("GET", "/templates/(?<template>\\d+)", async ({ desk, part }) => {
    const template = await desk.store.get("template", part("template"), templateDocument);
    if (!template) throw notFound();
    return presentTemplate(template);
  }),
];

function presentTemplate(template: TemplateDocument) {
  return {
    ...template,
    drag_and_drop: template.content_type !== "html",
    responsive: true,
    category: "",
    edited_by: template.created_by,
    folder_id: "",
    thumbnail: "",
    share_url: "",
    _links: linksTo(
      { path: `/templates/${template.id}`, schema: "Templates/Response" },
      { path: "/templates", schema: "Templates/CollectionResponse" },
    ),
  };
}
