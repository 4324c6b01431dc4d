/** The one version that is played here. */
export const basePath = "/services/data/v67.0";
