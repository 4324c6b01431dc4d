import { openApiDocument } from "#lib/api/openapi.ts";
import { env } from "#lib/env.ts";

export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument(env().APP_URL));
}

export const dynamic = "force-dynamic";
