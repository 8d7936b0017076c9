// The documents a compilation knows, the schema resources in them, their anchors, and where a
// reference leads. Internal to the schema module.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/keyword.hpp"
#include "schema/program.hpp"

namespace motcua::schema {

// The first thing found wrong ends the compilation.
class FirstFault {
 public:
  bool none() const { return !fault_; }
  const CompileFault& get() const { return *fault_; }
  void report(std::string path, const RejectionKind& kind, RejectionDetails details = {}) {
    if (none()) fault_ = CompileFault{std::move(path), Rejection{&kind, std::move(details)}};
  }

 private:
  std::optional<CompileFault> fault_;
};

struct Resource {
  std::string uri;  // absolute, without fragment
  const json::value* root = nullptr;
  unsigned vocabularies = standard_vocabularies;
  std::map<std::string, const json::value*, std::less<>> anchors = {};  // the dynamic ones too
  std::map<std::string, const json::value*, std::less<>> dynamic_anchors = {};
};

struct Place {
  ResourceId resource = 0;
  std::string path;  // as Fault::schema_path
};

struct Target {
  const json::value* schema = nullptr;
  std::string dynamic_anchor;  // that the reference named, when it is one
};

class Library {
 public:
  Library(std::deque<json::value>& documents, const CompileOptions& options, FirstFault& fault)
      : documents_(documents), options_(options), fault_(fault) {}

  void add(json::value document, const std::string& uri, const std::string& label);
  // Where `reference`, written at `from`, leads; reports when nowhere.
  std::optional<Target> find(std::string_view reference, const Place& from);

  const Place& place_of(const json::value* schema) const { return places_.at(schema); }
  const std::deque<Resource>& resources() const { return resources_; }
  const std::vector<const json::value*>& schemas() const { return schemas_; }  // as walked

 private:
  struct Visit {
    const json::value* schema;
    Place place;
    bool begins_document = false;
  };
  void walk(Visit first);
  void visit(const Visit& visit);
  void visit_members(const json::object& schema, const Place& place);
  void visit_inner(const json::value& inner, const Keyword& keyword, const Place& place);
  ResourceId resource_of(const Visit& visit);
  void take_dialect(const json::object& schema, Resource& resource, const std::string& path);
  void take_vocabularies(const json::value& dialect, Resource& resource, const std::string& path);
  void take_anchors(const json::object& schema, const Place& place);
  void put_anchor(std::string_view keyword, const json::value& schema, const Place& place);
  const json::value* content_of(std::string_view uri) const;  // of a document given beside
  std::optional<ResourceId> resource_at(const std::string& uri);
  const json::value* follow(const Resource& resource, std::string_view pointer);

  std::deque<json::value>& documents_;
  const CompileOptions& options_;
  FirstFault& fault_;
  std::deque<Resource> resources_;
  std::map<std::string, ResourceId, std::less<>> by_uri_;
  std::unordered_map<const json::value*, Place> places_;
  std::vector<const json::value*> schemas_;
  std::vector<Visit> waiting_;
};

// What a document without an address is called when its references are resolved.
inline constexpr std::string_view nameless_uri = "schema://document/";

}  // namespace motcua::schema
