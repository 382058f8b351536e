// Shows this API and no other: nothing is read from the address.
SwaggerUIBundle({
  dom_id: '#api',
  url: '/api/v1/openapi.yaml',
  deepLinking: false,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  queryConfigEnabled: false,
  validatorUrl: null,
});
