#include "schema/library.hpp"

#include <algorithm>

#include "base/json_pointer.hpp"
#include "schema/faults.hpp"
#include "schema/letters.hpp"
#include "schema/metaschema.hpp"
#include "schema/uri.hpp"

namespace motcua::schema {
namespace {

bool is_anchor_name(std::string_view name) {
  return !name.empty() && (is_letter(name.front()) || name.front() == '_') &&
         std::ranges::all_of(name, [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
         });
}

std::string without_fragment(Uri uri) {
  uri.fragment.reset();
  return uri.write();
}

RejectionDetails malformed(std::string_view keyword, std::string vi, std::string en) {
  return {{"keyword", std::string(keyword)}, {"vi", std::move(vi)}, {"en", std::move(en)}};
}

}  // namespace

void Library::add(json::value document, const std::string& uri, const std::string& label) {
  const json::value& kept = documents_.emplace_back(std::move(document));
  const auto id = static_cast<ResourceId>(resources_.size());
  resources_.push_back({uri, &kept});
  by_uri_.emplace(uri, id);
  walk({&kept, {id, label}, true});
}

void Library::walk(Visit first) {
  waiting_.push_back(std::move(first));
  while (!waiting_.empty() && fault_.none()) {
    const Visit next = std::move(waiting_.back());
    waiting_.pop_back();
    const auto before = static_cast<std::ptrdiff_t>(waiting_.size());
    visit(next);
    std::reverse(waiting_.begin() + before, waiting_.end());  // in the order of the document
  }
}

void Library::visit(const Visit& visit) {
  if (schemas_.size() >= options_.most_subschemas) {
    return fault_.report(visit.place.path, schema_too_large);
  }
  if (places_.contains(visit.schema)) return;
  const auto* object = visit.schema->if_object();
  if (object == nullptr && !visit.schema->is_bool()) {
    return fault_.report(visit.place.path, not_a_schema);
  }
  schemas_.push_back(visit.schema);
  const Place place{object == nullptr ? visit.place.resource : resource_of(visit),
                    visit.place.path};
  places_.emplace(visit.schema, place);
  if (object == nullptr || !fault_.none()) return;
  take_anchors(*object, place);
  visit_members(*object, place);
}

// A schema with an $id begins a resource of its own.
ResourceId Library::resource_of(const Visit& visit) {
  const json::object& schema = visit.schema->get_object();
  const auto* id = schema.if_contains("$id");
  const std::string path = visit.place.path + "/$id";
  if (id == nullptr) {
    if (visit.begins_document) {
      take_dialect(schema, resources_[visit.place.resource], visit.place.path);
    }
    return visit.place.resource;
  }
  const auto* text = id->if_string();
  if (text == nullptr || !is_uri_reference(*text, Characters::International)) {
    fault_.report(path, keyword_malformed, malformed("$id", "một địa chỉ URI", "a URI reference"));
    return visit.place.resource;
  }
  const Uri uri =
      schema::resolve(Uri::split(resources_[visit.place.resource].uri), Uri::split(*text));
  if (!uri.fragment.value_or("").empty()) {
    fault_.report(path, keyword_malformed,
                  malformed("$id", "địa chỉ không có phần sau #", "a URI without a fragment"));
    return visit.place.resource;
  }
  ResourceId own = visit.place.resource;
  if (!visit.begins_document) {
    own = static_cast<ResourceId>(resources_.size());
    resources_.push_back({"", visit.schema, resources_[visit.place.resource].vocabularies});
  }
  Resource& resource = resources_[own];
  resource.uri = without_fragment(uri);
  if (by_uri_.try_emplace(resource.uri, own).first->second != own) {
    fault_.report(path, name_taken, {{"name", std::string(*text)}});
  }
  take_dialect(schema, resource, visit.place.path);
  return own;
}

void Library::take_dialect(const json::object& schema, Resource& resource,
                           const std::string& path) {
  const auto* dialect = schema.if_contains("$schema");
  if (dialect == nullptr) return;
  const auto* uri = dialect->if_string();
  if (uri == nullptr) {
    return fault_.report(path + "/$schema", keyword_malformed,
                         malformed("$schema", "một địa chỉ URI", "a URI"));
  }
  std::string_view address = *uri;
  if (address.ends_with('#')) address.remove_suffix(1);
  if (address == draft_uri) {
    resource.vocabularies = standard_vocabularies;
    return;
  }
  const auto* content = content_of(address);
  if (content == nullptr) {
    return fault_.report(path + "/$schema", dialect_unknown, {{"dialect", std::string(*uri)}});
  }
  take_vocabularies(*content, resource, path + "/$schema");
}

void Library::take_vocabularies(const json::value& dialect, Resource& resource,
                                const std::string& path) {
  const auto* listed = member(dialect, "$vocabulary");
  if (listed == nullptr || !listed->is_object()) return;
  resource.vocabularies = Core;
  for (const auto& [uri, needed] : listed->get_object()) {
    const unsigned known = find_vocabulary(uri);
    resource.vocabularies |= known;
    if (known == 0 && needed.is_bool() && needed.get_bool()) {
      return fault_.report(path, vocabulary_unknown, {{"vocabulary", std::string(uri)}});
    }
  }
}

void Library::take_anchors(const json::object& schema, const Place& place) {
  for (const std::string_view keyword : {"$anchor", "$dynamicAnchor"}) {
    if (const auto* name = schema.if_contains(keyword)) {
      const auto* text = name->if_string();
      if (text == nullptr || !is_anchor_name(*text)) {
        return fault_.report(
            place.path + "/" + std::string(keyword), keyword_malformed,
            malformed(keyword, "một tên gồm chữ, số, - _ .", "a name of letters, digits, - _ ."));
      }
      put_anchor(keyword, *name, place);
    }
  }
}

void Library::put_anchor(std::string_view keyword, const json::value& name, const Place& place) {
  const std::string text(name.get_string());
  Resource& resource = resources_[place.resource];
  const json::value* schema = schemas_.back();
  const bool is_new = resource.anchors.try_emplace(text, schema).first->second == schema;
  if (!is_new) {
    fault_.report(place.path + "/" + std::string(keyword), name_taken, {{"name", text}});
  }
  if (keyword == "$dynamicAnchor") resource.dynamic_anchors.emplace(text, schema);
}

void Library::visit_members(const json::object& schema, const Place& place) {
  const unsigned in_force = resources_[place.resource].vocabularies;
  for (const auto& [name, inner] : schema) {
    const Keyword* keyword = find_keyword(name);
    const std::string path = place.path + "/" + write_pointer_token(name);
    if (keyword == nullptr) {
      if (options_.unknown_names == UnknownNames::Refuse && !name.starts_with("x-")) {
        return fault_.report(path, keyword_unknown, {{"keyword", std::string(name)}});
      }
    } else if ((keyword->vocabularies & in_force) != 0) {
      visit_inner(inner, *keyword, {place.resource, path});
    }
  }
}

void Library::visit_inner(const json::value& inner, const Keyword& keyword, const Place& place) {
  const auto at = [&](const std::string& part) {
    return Place{place.resource, place.path + "/" + part};
  };
  if (keyword.holds == Holds::OneSchema) {
    waiting_.push_back({&inner, place});
  } else if (keyword.holds == Holds::SchemaList) {
    const auto* list = inner.if_array();
    if (list == nullptr || list->empty()) {
      return fault_.report(place.path, keyword_malformed,
                           malformed(keyword.name, "một danh sách lược đồ không rỗng",
                                     "a list of schemas, not empty"));
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      waiting_.push_back({&(*list)[i], at(std::to_string(i))});
    }
  } else if (keyword.holds == Holds::SchemasByName) {
    const auto* object = inner.if_object();
    if (object == nullptr) {
      return fault_.report(
          place.path, keyword_malformed,
          malformed(keyword.name, "một nhóm lược đồ có tên", "an object of schemas"));
    }
    for (const auto& [name, schema] : *object)
      waiting_.push_back({&schema, at(write_pointer_token(name))});
  }
}

const json::value* Library::content_of(std::string_view uri) const {
  const auto found = std::ranges::find(options_.documents, uri, &Document::uri);
  return found == options_.documents.end() ? nullptr : &found->content;
}

std::optional<ResourceId> Library::resource_at(const std::string& uri) {
  if (const auto found = by_uri_.find(uri); found != by_uri_.end()) return found->second;
  if (const auto* content = content_of(uri)) {
    add(*content, uri, uri + "#");
  } else if (auto own = find_metaschema(uri)) {
    add(std::move(*own), uri, uri + "#");
  } else {
    return std::nullopt;
  }
  return by_uri_.at(uri);
}

// The value at a pointer; where no keyword of the draft holds it, it becomes a schema by being
// referred to, in the resource around it.
const json::value* Library::follow(const Resource& resource, std::string_view pointer) {
  const json::value* at = resource.root;
  Place place = places_.at(at);
  while (!pointer.empty()) {
    const auto token = take_pointer_token(pointer);
    at = pointer_step(*at, token);
    if (at == nullptr) return nullptr;
    place.path += "/" + std::string(token);
    if (const auto known = places_.find(at); known != places_.end()) place = known->second;
  }
  if (!places_.contains(at)) walk({at, place});
  return at;
}

std::optional<Target> Library::find(std::string_view reference, const Place& from) {
  const auto broken = [&](const RejectionKind& kind) -> std::optional<Target> {
    fault_.report(from.path, kind, {{"reference", std::string(reference)}});
    return std::nullopt;
  };
  const Uri uri = schema::resolve(Uri::split(resources_[from.resource].uri), Uri::split(reference));
  const auto fragment = percent_decoded(uri.fragment.value_or(""));
  const std::string address = without_fragment(uri);
  const auto resource = resource_at(address);
  if (!fault_.none()) return std::nullopt;
  if (!resource) {
    return broken(address.starts_with(nameless_uri) ? reference_broken : reference_remote);
  }
  if (!fragment) return broken(reference_broken);
  const Resource& found = resources_[*resource];
  if (fragment->empty()) return Target{found.root, ""};
  if (fragment->starts_with('/')) {
    const auto* schema = follow(found, *fragment);
    return schema == nullptr ? broken(reference_broken) : Target{schema, ""};
  }
  const auto anchor = found.anchors.find(*fragment);
  if (anchor == found.anchors.end()) return broken(reference_broken);
  const bool dynamic = found.dynamic_anchors.contains(*fragment);
  return Target{anchor->second, dynamic ? *fragment : ""};
}

}  // namespace motcua::schema
