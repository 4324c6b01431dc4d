export { callbackRoute as GET, grantRoute as POST } from "#lib/integrations/connect/connect-routes.ts";
