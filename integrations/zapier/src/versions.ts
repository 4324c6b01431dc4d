/** Both stand in package.json too, and a test holds them together. */
export const appVersion = "1.0.0";
export const platformVersion = "19.1.0";
