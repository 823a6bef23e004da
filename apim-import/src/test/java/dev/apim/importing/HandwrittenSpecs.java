package dev.apim.importing;

import java.util.List;

/** Descriptions as people write them: anchors, overrides, shared parts, odd spellings. */
final class HandwrittenSpecs {
    private HandwrittenSpecs() {}

    static List<String> all() {
        return List.of(PETS, PETS_2, ANCHORS, NEWEST);
    }

    private static final String PETS = """
            openapi: "3.0.0"
            info:
              version: 1.0.0
              title: Pets
              license: {name: MIT}
            servers:
              - url: http://pets.example/v1
            paths:
              /pets:
                get:
                  summary: List all pets
                  operationId: listPets
                  tags: [pets]
                  parameters:
                    - name: limit
                      in: query
                      description: How many items to return
                      required: true
                      schema:
                        type: integer
                        maximum: 100
                        format: int32
                  responses:
                    '200':
                      description: A list of pets
                      headers:
                        x-next:
                          description: A link to the next page
                          schema: {type: string}
                      content:
                        application/json:
                          schema:
                            type: array
                            items: {$ref: '#/components/schemas/Pet'}
                    default:
                      description: unexpected error
                post:
                  summary: Create a pet
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Pet'}
                    required: true
                  responses:
                    '201': {description: Null response}
              /pets/{petId}:
                parameters:
                  - name: petId
                    in: path
                    required: true
                    schema: {type: string}
                get:
                  operationId: showPetById
                  parameters:
                    - name: petId
                      in: path
                      required: true
                      schema: {type: integer}
                    - {name: session, in: cookie, schema: {type: string}}
                  responses:
                    '200':
                      description: The pet
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Pet'}
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer, format: int64}
                    name: {type: string}
                    parent: {$ref: '#/components/schemas/Pet'}
                Unused: {type: string}
            """;

    private static final String PETS_2 = """
            swagger: "2.0"
            info: {title: Pets, version: 1.0.0}
            host: pets.example
            basePath: /v2
            schemes: [https, http]
            consumes: [application/json]
            produces: [application/json]
            parameters:
              Limit: {name: limit, in: query, type: integer, required: false}
            responses:
              NotFound: {description: no such pet}
            paths:
              /pets:
                get:
                  operationId: list
                  parameters:
                    - $ref: '#/parameters/Limit'
                    - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
                  responses:
                    200: {description: ok, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}
              /pets/{id}/photo:
                post:
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: id, in: path, required: true, type: integer}
                    - {name: file, in: formData, type: file}
                    - {name: note, in: formData, type: string}
                  responses:
                    200: {description: ok, schema: {$ref: '#/definitions/Pet'}}
                    404: {$ref: '#/responses/NotFound'}
            definitions:
              Pet: {type: object, properties: {name: {type: string}}}
            """;

    private static final String ANCHORS = """
            openapi: 3.0.1
            info: {title: Anchors, version: '1'}
            x-errors: &errors
              '400': {description: bad}
              '500': {description: worse}
            x-page: &page {name: page, in: query, schema: {type: integer}}
            paths:
              /a:
                get:
                  parameters:
                    - *page
                  responses:
                    <<: *errors
                    '200': {description: fine}
              /b:
                get:
                  parameters: [*page]
                  responses: *errors
            """;

    private static final String NEWEST = """
            {"openapi": "3.1.0", "info": {"title": "Newest", "version": "1"},
             "paths": {"/a-{b}.json": {"put": {
               "parameters": [{"name": "b", "in": "path", "required": true, "schema": {"type": "string"}}],
               "requestBody": {"content": {"text/csv": {}, "application/json": {"schema": {"$ref": "#/components/schemas/PetLike"}}}},
               "responses": {"200": {"description": "ok"}, "4XX": {"description": "your fault"}}}}},
             "components": {"schemas": {"PetLike": {"type": ["object", "null"], "properties": {"a": {"const": 1}}}}}}
            """;
}
