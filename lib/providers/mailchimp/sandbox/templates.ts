import { allOf, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound } from "./answers.ts";
import { collection, linksTo, root, route, sorted } from "./api.ts";
import { type TemplateDocument, templateDocument } from "./documents.ts";

/** https://mailchimp.com/developer/marketing/api/templates/ */
export const templateRoutes = [
  route("GET", "/templates", async ({ desk, query }) => {
    const templates = await allOf(desk.store, "template", templateDocument);
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
  route("GET", "/templates/(?<template>\\d+)", async ({ desk, part }) => {
    return presentTemplate(
      await requireOne(desk.store, "template", part("template"), templateDocument, notFound),
    );
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
