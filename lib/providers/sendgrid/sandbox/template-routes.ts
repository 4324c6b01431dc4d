import { apiRoute } from "./api-route.ts";
import { type TemplateDocument, templateDocument } from "./documents.ts";
import { problem } from "./replies.ts";

const api = "https://api.sendgrid.com/v3/templates";

/** https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates */
export const templateRoutes = [
  apiRoute("GET", "templates", { scope: "templates.read" }, async ({ store }, { url }) => {
    const generations = (url.searchParams.get("generations") ?? "legacy").split(",");
    const pageSize = Number(url.searchParams.get("page_size"));
    const from = Number(url.searchParams.get("page_token") ?? "0");
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 200) {
      return problem(400, "page_size must be between 1 and 200", "page_size");
    }
    if (!Number.isInteger(from)) return problem(400, "invalid page_token", "page_token");
    const all = (await store.list("template", templateDocument)).filter(({ data }) =>
      generations.includes(data.generation),
    );
    const query = `generations=${generations.join("%2C")}&page_size=${pageSize}`;
    const next = from + pageSize;
    return {
      status: 200,
      json: {
        result: all.slice(from, next).map(({ id, data }) => present(id, data)),
        _metadata: {
          self: `${api}?${query}${from > 0 ? `&page_token=${from}` : ""}`,
          ...(next < all.length ? { next: `${api}?${query}&page_token=${next}` } : {}),
          count: all.length,
        },
      },
    };
  }),
];

function present(id: string, { name, generation, updatedAt, versions }: TemplateDocument) {
  const updated_at = updatedAt.slice(0, 19).replace("T", " ");
  return {
    id,
    name,
    generation,
    updated_at,
    versions: versions.map((version) => ({
      id: version.id,
      template_id: id,
      active: version.isActive ? 1 : 0,
      name: version.name,
      subject: version.subject,
      updated_at,
      generate_plain_content: true,
      editor: "design",
    })),
  };
}
