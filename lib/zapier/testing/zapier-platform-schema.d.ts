declare module "zapier-platform-schema" {
  const schema: {
    validateAppDefinition(definition: unknown): { errors: { property: string; message: string }[] };
  };
  export default schema;
}
