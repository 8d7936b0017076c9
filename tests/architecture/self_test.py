#!/usr/bin/env python3
"""Proves that every rule can fail: for each, a sample that breaks it and one that does not."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import check
import cpp
import documents
import headers_alone
import layout
import modules
import standard
import words

TABLE = """motcua_module(core base)
motcua_module(core calendar USES base)
motcua_module(adapters sqlite USES calendar)
"""
HEADER = "// What it is for.\n#pragma once\nnamespace motcua::calendar {}\n"
DOCUMENTS = {path: "./dev run\n./dev test\n" for path in documents.NEEDED}
LONG_BODY = "int f() {\n" + "  g();\n" * 70 + "}\n"


def source(include):
    return {"src/CMakeLists.txt": TABLE, "src/core/base/text.hpp": "",
            "src/core/calendar/a.hpp": "", "src/adapters/sqlite/b.hpp": "",
            "src/core/calendar/a.cpp": f'#include "{include}"\n'}


def in_calendar(text, name="a.cpp"):
    return {f"src/core/calendar/{name}": text}


# rule: (a tree that breaks it, a tree that keeps it)
SAMPLES = {
    modules.check_table: (
        {"src/CMakeLists.txt": "motcua_module(core a USES b)\nmotcua_module(core b USES a)"},
        {"src/CMakeLists.txt": TABLE}),
    modules.check_includes: (source("sqlite/b.hpp"), source("base/text.hpp")),
    modules.check_core_is_pure: (in_calendar("double hours = 7.5;\n"),
                                 in_calendar("int hours = 7;  // never a double\n")),
    modules.check_heavy_headers: (in_calendar("#include <CLI/CLI.hpp>\n", "a.hpp"),
                                  in_calendar("#include <CLI/CLI.hpp>\n")),
    standard.check_standard_headers: (
        in_calendar("std::vector<int> days;\n", "a.hpp"),
        in_calendar('#include "calendar/b.hpp"\nstd::vector<int> days;\n', "a.hpp")
        | in_calendar("#include <vector>\n", "b.hpp")),
    layout.check_files: ({"web/src/a.ts": "ế" * 101}, {"web/src/a.ts": "ế" * 100}),
    layout.check_functions: (
        {"src/a.cpp": LONG_BODY}, {"src/a.cpp": LONG_BODY.replace("  g();\n", "", 2)}),
    layout.check_headers: (in_calendar("#pragma once\n", "a.hpp"), in_calendar(HEADER, "a.hpp")),
    layout.check_namespaces: (in_calendar("namespace motcua::feel {\nint a;\n}\n"),
                              in_calendar("namespace motcua::calendar {\n}\n")),
    layout.check_own_header_first: (
        in_calendar("#include <map>\n") | in_calendar(HEADER, "a.hpp"),
        in_calendar('#include "calendar/a.hpp"\n') | in_calendar(HEADER, "a.hpp")),
    words.check_paths: ({"src/core/common/a.hpp": ""}, {"src/core/dmn/decision_service.hpp": ""}),
    words.check_types: ({"src/a.hpp": "class DossierManager {"}, {"src/a.hpp": "class Dossier {"}),
    words.check_snake_case: ({"src/core/Base.hpp": ""}, {"src/core/base.hpp": ""}),
    words.check_words: ({"a.md": "TO" + "DO later"}, {"a.md": "todos los días"}),
    words.check_no_waiting: ({"src/a_test.cpp": "sleep_for(1s);"}, {"src/a.cpp": "sleep_for(1s);"}),
    words.check_bare_catch: ({"a.cpp": "} catch (...) {"}, {"a.cpp": "// no catch (...)"}),
    documents.check_documents: (DOCUMENTS | {"README.md": "./dev run"}, DOCUMENTS),
    documents.check_links: ({"a.md": "[b](docs/b.md)"}, {"a.md": "[b](b.md#c)", "b.md": ""}),
    documents.check_law_keys: (
        {"src/a.cpp": "// [ND61-99]"},
        {"src/a.cpp": "// [ND61-18] and not_a_key[N1]", "docs/law/a.md": "- ND61-18: text"}),
    documents.check_law_keys_are_declared_once: (
        {"docs/law/a.md": "- ND61-18: a", "docs/law/b.md": "- ND61-18: b"},
        {"docs/law/a.md": "- ND61-18: a", "docs/law/b.md": "- ND61-19: b"}),
    documents.check_web_texts: (
        {"web/src/text/vi/a.ts": "  x: 'có',", "web/src/text/en/a.ts": ""},
        {"web/src/text/vi/a.ts": "  x: 'có',", "web/src/text/en/a.ts": "  x: 'yes',"}),
    documents.check_packages_have_reasons: (
        {"tools/packages.txt": "build cmake"}, {"tools/packages.txt": "build cmake # builds"}),
}


class Rules(unittest.TestCase):
    def test_every_rule_has_a_sample(self):
        self.assertEqual(set(SAMPLES), set(check.RULES))

    def test_every_rule_can_fail(self):
        for rule, (bad, _) in SAMPLES.items():
            with self.subTest(rule.__name__):
                self.assertTrue(list(rule(bad)))

    def test_no_rule_fails_on_good_sources(self):
        for rule, (_, good) in SAMPLES.items():
            with self.subTest(rule.__name__):
                self.assertEqual(list(rule(good)), [])


class Functions(unittest.TestCase):
    def only(self, text):
        found = cpp.functions(text)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_counts_parameters_but_not_the_commas_inside_one(self):
        found = self.only("namespace a {\nint f(map<int, int> a, int b = g(1, 2), C c = {1});\n}")
        self.assertEqual((found.name, found.parameters), ("f", 3))

    def test_measures_from_the_declaration_to_the_last_brace(self):
        found = self.only("template <class T>\nclass A {\n public:\n  A(T a)\n  : a_{a} {\n  }\n};")
        self.assertEqual((found.name, found.first, found.last), ("A", 4, 6))

    def test_braces_in_texts_and_comments_do_not_count(self):
        found = self.only("void f() {\n  g(\"{\", '{', R\"x({)x\");  // {\n}\nint a = 1'000;\n")
        self.assertEqual(found.lines, 3)

    def test_a_variable_is_no_function(self):
        self.assertEqual(cpp.functions("const auto a = f(1, 2, 3);\nint b[] = {g(1)};"), [])

    def test_an_operator_is_a_function(self):
        self.assertEqual(self.only("bool operator==(A a, A b) { return true; }").parameters, 2)


class Outside(unittest.TestCase):
    def test_a_machine_path_is_found_and_an_url_is_not(self):
        self.assertTrue(list(words.check_words({"a.md": "see /wo" + "rk/x"})))
        self.assertEqual(list(words.check_words({"a.md": "see https://a.vn/wo" + "rk/x"})), [])

    def test_an_outer_layer_in_the_table_is_found(self):
        table = TABLE + "motcua_module(core view USES sqlite)"
        self.assertTrue(list(modules.check_table({"src/CMakeLists.txt": table})))

    def test_a_page_of_architecture_ends_at_its_last_line(self):
        long = DOCUMENTS | {"ARCHITECTURE.md": "line\n" * 91}
        self.assertTrue(list(documents.check_documents(long)))


class HeadersAlone(unittest.TestCase):
    def chains(self, includes):
        return headers_alone.chains_of(sorted(includes), headers_alone.reached_from(includes))

    def test_a_header_follows_only_what_it_brings_itself(self):
        includes = {"a.hpp": [], "b.hpp": ["a.hpp"], "c.hpp": ["b.hpp"], "d.hpp": ["a.hpp"]}
        self.assertEqual(self.chains(includes), [["a.hpp", "b.hpp", "c.hpp"], ["d.hpp"]])
        self.assertEqual(self.chains({"a.hpp": [], "b.hpp": []}), [["a.hpp"], ["b.hpp"]])

    def test_what_lacks_an_include_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {"whole": "#include <string>\nstd::string a();\n",
                               "lacking": '#include "whole.hpp"\nstd::vector<int> b();\n'}.items():
                place = root / "src" / "core" / f"{name}.hpp"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8")
            (root / "compile_commands.json").write_text("[]", encoding="utf-8")
            run = [sys.executable, headers_alone.__file__, "--source", folder, "--build", folder,
                   "--compiler", "c++"]
            self.assertIn("1 chains broken", subprocess.run(
                run, capture_output=True, text=True, check=False).stdout)


if __name__ == "__main__":
    unittest.main()
