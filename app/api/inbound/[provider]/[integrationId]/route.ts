// Some providers ask the address by GET before they use it.
export { inboundRoute as GET, inboundRoute as POST } from "#lib/transport/inbound-route.ts";
