/** How one signs in to the demo merchant, which exists only where `npm run dev` made it. */
export const demoSignIn = { email: "demo@patchbay.dev", password: "demo-merchant" } as const;
