"""api/openapi.yaml, as a judge of real answers and a source of requests that break it."""
import copy
import re

import jsonschema
import yaml

# What the transport may answer to any request: the contract's `default`.
OF_ANY_OPERATION = {405, 408, 431, 500, 503, 505, 507}
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")


class Contract:
    def __init__(self, text):
        self.document = yaml.safe_load(text)
        self.operations = list(self.read_operations())

    def read_operations(self):
        for pattern, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield Operation(self, method.upper(), pattern, item)

    def routes(self):
        return {f"{operation.method} {operation.pattern}" for operation in self.operations}

    def find(self, method, path):
        path = path.split("?")[0]
        fits = [o for o in self.operations if o.method == method and o.path_regex.fullmatch(path)]
        # A fixed segment wins over a parameter.
        return min(fits, key=lambda operation: operation.pattern.count("{"), default=None)

    def resolved(self, node, open_end=False):
        """`node` with every reference put in its place and every object closed, so that a member
        the contract does not name is a fault. `open_end`: a part of an allOf, closed outside."""
        if isinstance(node, list):
            return [self.resolved(element) for element in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return self.resolved(self.target(node["$ref"]), open_end)
        made = {name: self.resolved(value) for name, value in node.items() if name != "allOf"}
        if "allOf" in node:
            made["allOf"] = [self.resolved(part, open_end=True) for part in node["allOf"]]
        described = "allOf" in node or isinstance(node.get("properties"), dict)
        if described and "additionalProperties" not in node and not open_end:
            made["unevaluatedProperties"] = False
        return made

    def target(self, reference):
        node = self.document
        for name in reference.removeprefix("#/").split("/"):
            node = node[name]
        return node


class Operation:
    def __init__(self, contract, method, pattern, item):
        self.contract = contract
        self.method = method
        self.pattern = pattern
        own = item[method.lower()]
        self.name = own["operationId"]
        self.security = [name for need in own.get("security", []) for name in need]
        self.parameters = [contract.resolved(p)
                           for p in item.get("parameters", []) + own.get("parameters", [])]
        self.body = contract.resolved(own.get("requestBody", {}))
        self.responses = own["responses"]
        self.path_regex = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(pattern)))

    def body_schema(self):
        return self.body.get("content", {}).get("application/json", {}).get("schema")

    def statuses(self):
        return {int(status) for status in self.responses if status != "default"}

    def faults(self, answer):
        """What in an answer the contract does not allow."""
        response = self.responses.get(str(answer.status))
        if response is None and answer.status in OF_ANY_OPERATION:
            response = self.responses.get("default")
        if response is None:
            return [f"{self.name} does not document status {answer.status}: {answer.body[:200]}"]
        content = self.contract.resolved(response).get("content", {})
        if not content:
            return [f"{self.name} {answer.status} has a body"] if answer.body else []
        if answer.media_type not in content:
            return [f"{self.name} {answer.status} is {answer.media_type}, not {list(content)}"]
        if not answer.media_type.endswith("json"):
            return [] if answer.body else [f"{self.name} {answer.status} is empty"]
        validator = jsonschema.Draft202012Validator(content[answer.media_type]["schema"])
        return [f"{self.name} {answer.status}: {'/'.join(map(str, error.absolute_path))}: "
                f"{error.message[:300]}" for error in validator.iter_errors(answer.json())]


def sample(schema):
    """The least value a schema accepts."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "string")
    if kind == "object":
        return {n: sample(schema["properties"][n]) for n in schema.get("required", [])}
    if kind == "string" and schema.get("format") == "date":
        return "2017-04-12"
    if kind == "string" and schema.get("format") == "moment":
        return "2017-04-12T09:00"
    return {"string": "x", "integer": schema.get("minimum", 0), "boolean": True, "array": []}[kind]


def wrong_values(schema):
    """(what is wrong, value) for one schema."""
    kind = schema.get("type", "string")
    others = {"string": "x", "integer": 7, "array": [], "object": {}, "boolean": True}
    yield "null", None
    for other, value in others.items():
        if other != kind:
            yield f"{other} for {kind}", value
    yield from wrong_for_kind(schema, kind)


def wrong_for_kind(schema, kind):
    if "enum" in schema:
        yield "no such choice", "no-such-choice"
    if schema.get("format") == "date":
        yield from (("no such date", "2017-02-31"), ("no leap year", "2017-02-29"))
    if schema.get("format") == "moment":
        yield from (("no such date", "2017-02-31T09:00"), ("no such time", "2017-04-12T24:00"))
    if "minLength" in schema:
        yield "too short", ""
    if "maxLength" in schema:
        yield "too long", "đ" * (schema["maxLength"] + 1)
    if "minimum" in schema:
        yield "too small", schema["minimum"] - 1
    if "maximum" in schema:
        yield "too large", schema["maximum"] + 1
    if kind == "integer":
        yield "a fraction", 1.5
    if kind == "object":
        yield from broken_members(schema, sample(schema) if "properties" in schema else {})
    if kind == "array":
        yield from wrong_lists(schema)


def wrong_lists(schema):
    if "maxItems" in schema:
        yield "too many", [sample(schema["items"])] * (schema["maxItems"] + 1)
    for what, value in wrong_values(schema["items"]):
        yield f"an element: {what}", [value]


def broken_members(schema, good):
    for name in schema.get("required", []):
        if name in good:
            yield f"without {name}", {n: v for n, v in good.items() if n != name}
    if schema.get("additionalProperties") is False:
        yield "an unknown member", {**good, "no_such_member": 1}
    for name, inner in schema.get("properties", {}).items():
        for what, value in wrong_values(inner):
            yield f"{name}: {what}", {**copy.deepcopy(good), name: value}


def broken_bodies(schema, good):
    """(what is wrong, body) for every way this module knows to break a request's schema."""
    for what, value in wrong_values({**schema, "properties": {}, "required": []}):
        yield what, value
    yield from broken_members(schema, good)
