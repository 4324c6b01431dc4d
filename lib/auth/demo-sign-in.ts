/** How one signs in to the demo merchant, which exists only where `npm run dev` made it. */
export const demoSignIn = { email: "demo@patchbay.dev", password: "demo-merchant" } as const;

/** How one signs in as the demo's operator, who is a member of no merchant. */
export const demoOperatorSignIn = { email: "operator@patchbay.dev", password: "demo-operator" } as const;
