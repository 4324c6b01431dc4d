import { openApiDocument } from "#lib/api/openapi.ts";
import { env } from "#lib/env.ts";

export function GET(): Response {
  return Response.json(openApiDocument(env().APP_URL));
}

export const dynamic = "force-dynamic";
