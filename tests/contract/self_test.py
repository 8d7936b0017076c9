"""The judge of the contract is judged: for every kind of fault a sample it must find."""
import json
import sys
import unittest

import office
from contract import Contract, broken_bodies

CONTRACT = Contract("""
openapi: 3.1.0
paths:
  /api/things/{thing}:
    parameters: [{name: thing, in: path, required: true, schema: {type: string}}]
    post:
      operationId: makeThing
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
      responses:
        "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Whole"}}}}
        "204": {description: Gone}
        "404": {content: {application/problem+json: {schema: {type: object}}}}
        default: {content: {application/problem+json: {schema: {type: object}}}}
components:
  schemas:
    Thing:
      type: object
      required: [name]
      additionalProperties: false
      properties: {name: {type: string, maxLength: 3}, size: {type: integer, minimum: 1}}
    Whole:
      allOf:
        - {$ref: "#/components/schemas/Part"}
        - {type: object, required: [size], properties: {size: {type: integer}}}
    Part: {type: object, required: [name], properties: {name: {type: string}}}
""")
OPERATION = CONTRACT.operations[0]


def answer(status, value, media_type="application/json"):
    return office.Answer(status, {"content-type": media_type}, json.dumps(value).encode())


class Judging(unittest.TestCase):
    def test_what_fits_has_no_fault(self):
        self.assertEqual(OPERATION.faults(answer(200, {"name": "a", "size": 1})), [])
        self.assertEqual(OPERATION.faults(office.Answer(204, {}, b"")), [])
        self.assertEqual(OPERATION.faults(answer(404, {}, "application/problem+json")), [])
        self.assertEqual(OPERATION.faults(answer(503, {}, "application/problem+json")), [])

    def test_every_fault_is_found(self):
        for what, given in {
            "a member is missing": answer(200, {"name": "a"}),
            "a member of the other part is missing": answer(200, {"size": 1}),
            "a wrong type": answer(200, {"name": 7, "size": 1}),
            "an undocumented member": answer(200, {"name": "a", "size": 1, "more": 1}),
            "an undocumented status": answer(201, {"name": "a", "size": 1}),
            "a status that default does not cover": answer(418, {}, "application/problem+json"),
            "another content type": answer(200, {"name": "a", "size": 1}, "text/html"),
            "a body where there is none": office.Answer(204, {}, b"x"),
        }.items():
            self.assertTrue(OPERATION.faults(given), what)

    def test_a_route_on_one_side_shows(self):
        self.assertEqual(CONTRACT.routes(), {"POST /api/things/{thing}"})
        self.assertIs(CONTRACT.find("POST", "/api/things/7?a=b"), OPERATION)
        self.assertIsNone(CONTRACT.find("POST", "/api/things"))
        self.assertIsNone(CONTRACT.find("GET", "/api/things/7"))

    def test_bodies_are_broken_in_every_way(self):
        broken = dict(broken_bodies(OPERATION.body_schema(), {"name": "abc"}))
        for what in ("array for object", "null", "without name", "an unknown member",
                     "name: too long", "name: integer for string", "size: too small",
                     "size: a fraction"):
            self.assertIn(what, broken)
        self.assertEqual(broken["name: too long"], {"name": "đđđđ"})


if __name__ == "__main__":
    unittest.main(argv=office.command_line(sys.argv[0])[1])
