/** Summer '26. https://developer.salesforce.com/docs/platform/connect-rest-api/guide/intro_api_eol.html */
export const apiVersion = "67.0";

/** Below which everything lies, for requests that name the address of others. */
export const apiPath = `/services/data/v${apiVersion}`;
