export { installRoute as GET } from "#lib/integrations/connect/connect-routes.ts";
