// Reads a model's XML: imports, item definitions, then the elements of the requirements graph.
#include <algorithm>
#include <set>

#include "dmn/boxed_reader.hpp"
#include "dmn/content.hpp"
#include "dmn/reader.hpp"

namespace motcua::dmn {
namespace {

constexpr int most_imports_deep = 10;

class ModelReader {
 public:
  ModelReader(const xml::Document& document, const CompileState& state)
      : root_(document.root()),
        uri_(xml::name_of(root_).uri),
        reader_(document, uri_, content_->faults),
        state_(state) {}

  Result<std::shared_ptr<const ModelContent>, std::vector<ImportError>> run() {
    if (xml::name_of(root_).local != "definitions" || !is_dmn_namespace(uri_)) {
      reader_.refuse(root_, {"không phải tài liệu DMN 1.2 đến 1.5",
                             "not a DMN 1.2 to 1.5 definitions document"});
      return Unexpected{content_->faults};
    }
    content_->uri = xml::attribute(root_, "", "namespace");
    content_->name = xml::attribute(root_, "", "name");
    for (auto element : reader_.children(root_, "import")) read_import(element);
    if (!content_->faults.empty()) return Unexpected{content_->faults};
    for (auto element : reader_.children(root_, "itemDefinition")) {
      definitions_[xml::attribute(element, "", "name")] = element;
    }
    for (auto element : reader_.children(root_, "itemDefinition")) {
      type_named(xml::attribute(element, "", "name"));
    }
    read_elements();
    for (auto& [index, element] : sources_) read_logic(content_->elements[index], element);
    return std::shared_ptr<const ModelContent>(content_);
  }

 private:
  void read_import(pugi::xml_node element) {
    const std::string kind = xml::attribute(element, "", "importType");
    if (!is_dmn_namespace(kind)) return;  // XML Schema, PMML: nothing of them can be used
    ImportedModel imported{xml::attribute(element, "", "name"),
                           xml::attribute(element, "", "namespace"), nullptr};
    const std::string location = xml::attribute(element, "", "locationURI");
    auto xml = state_.resolver ? state_.resolver({imported.uri, location}) : std::nullopt;
    if (!xml || state_.depth >= most_imports_deep || --state_.models_left < 0) {
      return reader_.refuse(element, {"không tìm thấy mô hình được nhập " + imported.uri,
                                      "the imported model was not found: " + imported.uri});
    }
    auto content = compile_content(*xml, {state_.resolver, state_.models_left, state_.depth + 1});
    if (!content) {
      return reader_.refuse(element, {"mô hình được nhập có lỗi: " + content.error()[0].what.vi,
                                      "the imported model: " + content.error()[0].what.en});
    }
    imported.content = std::move(*content);
    content_->members.insert(content_->members.end(), imported.content->members.begin(),
                             imported.content->members.end());
    content_->imports.push_back(std::move(imported));
  }

  // A type of this model, of the standard, or "import.type". Null: unknown or any.
  feel::TypePointer type_named(std::string_view written) {
    std::string name(written);
    if (const auto found = content_->types.find(name); found != content_->types.end()) {
      return found->second;
    }
    if (const auto found = definitions_.find(name); found != definitions_.end()) {
      if (!reading_.insert(name).second) {
        reader_.refuse(found->second, {"kiểu tự chứa mình", "the type contains itself"});
        return nullptr;
      }
      auto type = read_type(found->second);
      reading_.erase(name);
      content_->types[name] = type;
      return type;
    }
    for (const ImportedModel& import : content_->imports) {
      const std::string prefix = import.name.empty() ? "" : import.name + ".";
      if (!name.starts_with(prefix)) continue;
      const auto found = import.content->types.find(name.substr(prefix.size()));
      if (found != import.content->types.end()) return found->second;
    }
    const std::size_t colon = name.find(':');
    return feel::builtin_type(colon == std::string::npos ? name : name.substr(colon + 1));
  }

  feel::TypePointer read_type(pugi::xml_node element) {
    feel::Type type;
    const std::string reference = reference_of(element);
    const auto components = reader_.children(element, "itemComponent");
    const auto function = reader_.child(element, "functionItem");
    if (!reference.empty()) {
      if (const auto base = type_named(reference)) type = *base;
    } else if (!components.empty()) {
      type.kind = feel::TypeKind::Context;
      for (auto component : components) {
        std::string name = xml::attribute(component, "", "name");
        content_->members.push_back(name);
        type.members.emplace_back(std::move(name), read_type(component));
      }
    } else if (function) {
      type.kind = feel::TypeKind::Function;
      type.parametrised = true;
      for (auto parameter : reader_.children(function, "parameters")) {
        type.elements.push_back(type_named(xml::attribute(parameter, "", "typeRef")));
      }
      type.result = type_named(xml::attribute(function, "", "outputTypeRef"));
    }
    type.name = xml::attribute(element, "", "name");
    const bool collection = xml::attribute(element, "", "isCollection") == "true";
    constrain(type, reader_.child(element, "allowedValues"));
    if (collection) {
      feel::Type list;
      list.kind = feel::TypeKind::ListOf;
      list.name = type.name;
      list.elements.push_back(std::make_shared<const feel::Type>(std::move(type)));
      type = std::move(list);
    }
    constrain(type, reader_.child(element, "typeConstraint"));
    return std::make_shared<const feel::Type>(std::move(type));
  }

  std::string reference_of(pugi::xml_node element) const {
    std::string reference = xml::text_of(reader_.child(element, "typeRef"));
    return reference.empty() ? xml::attribute(element, "", "typeRef") : reference;
  }

  void constrain(feel::Type& type, pugi::xml_node values) {
    const std::string source = reader_.text(values);
    if (source.empty()) return;
    auto tests = reader_.tests(values, source, names_for({}));
    if (!tests) return;
    type.allows = [allowed = std::move(*tests), base = type.allows](const feel::Value& value) {
      feel::Run run;
      return (!base || base(value)) && allowed.holds(value, {}, run);
    };
  }

  feel::Names names_for(const std::vector<std::string>& variables) {
    feel::Names names;
    names.variables = variables;
    names.members = content_->members;
    names.functions_known = false;
    names.type = [this](std::string_view name) { return type_named(name); };
    return names;
  }

  void read_elements() {
    struct Kind {
      std::string_view local;
      ElementKind kind;
    };
    for (const Kind& kind : {Kind{"inputData", ElementKind::Input},
                             {"decision", ElementKind::Decision},
                             {"businessKnowledgeModel", ElementKind::Knowledge},
                             {"decisionService", ElementKind::Service}}) {
      for (auto source : reader_.children(root_, kind.local)) {
        Element element;
        element.kind = kind.kind;
        element.id = xml::attribute(source, "", "id");
        element.line = reader_.line(source);
        const auto variable = reader_.child(source, "variable");
        element.name = xml::attribute(source, "", "name");
        if (element.name.empty()) element.name = xml::attribute(variable, "", "name");
        const std::string type = xml::attribute(variable, "", "typeRef");
        if (!type.empty()) element.type = type_named(type);
        read_requirements(element, source);
        content_->members.push_back(element.name);
        if (element.id.empty() || content_->by_id.contains(element.id)) {
          element.id += "#" + std::to_string(content_->elements.size());  // ids are to be unique
        }
        content_->by_id[element.id] = content_->elements.size();
        sources_.emplace_back(content_->elements.size(), source);
        content_->elements.push_back(std::move(element));
      }
    }
  }

  void read_requirements(Element& element, pugi::xml_node source) {
    for (auto requirement : xml::elements(source)) {
      const auto local = xml::name_of(requirement).local;
      if (local == "informationRequirement" || local == "knowledgeRequirement") {
        for (auto required : xml::elements(requirement)) {
          element.requires_what.push_back(required_by(required));
        }
      } else if (local == "outputDecision") {
        element.outputs.push_back(required_by(requirement));
      } else if (local == "inputDecision") {
        element.input_decisions.push_back(required_by(requirement));
      } else if (local == "inputData") {
        element.input_data.push_back(required_by(requirement));
      }
    }
  }

  Requirement required_by(pugi::xml_node reference) const {
    const std::string href = xml::attribute(reference, "", "href");
    const std::size_t hash = href.find('#');
    if (hash == std::string::npos) return {-1, href};
    const std::string target = href.substr(0, hash);
    for (std::size_t i = 0; i < content_->imports.size(); ++i) {
      if (!target.empty() && target != content_->uri && content_->imports[i].uri == target) {
        return {static_cast<int>(i), href.substr(hash + 1)};
      }
    }
    return {-1, href.substr(hash + 1)};
  }

  std::vector<std::string> visible(const Element& element) const {
    std::vector<std::string> names{element.name};
    for (const Requirement& requirement : element.requires_what) {
      if (requirement.import >= 0) {
        const auto& import = content_->imports[static_cast<std::size_t>(requirement.import)];
        if (!import.name.empty()) names.push_back(import.name);
        if (const Element* found = import.content->find(requirement.id))
          names.push_back(found->name);
      } else if (const Element* found = content_->find(requirement.id)) {
        names.push_back(found->name);
      }
    }
    return names;
  }

  void read_logic(Element& element, pugi::xml_node source) {
    if (element.kind == ElementKind::Input || element.kind == ElementKind::Service) return;
    for (const Requirement& requirement : element.requires_what) {
      const auto* content =
          requirement.import < 0
              ? content_.get()
              : content_->imports[static_cast<std::size_t>(requirement.import)].content.get();
      if (content->find(requirement.id) == nullptr) {
        reader_.refuse(source, {"cần phần tử không có: " + requirement.id,
                                "requires an element that does not exist: " + requirement.id});
      }
    }
    BoxedReader boxed(reader_, names_for(visible(element)));
    if (element.kind == ElementKind::Knowledge) {
      const auto logic = reader_.child(source, "encapsulatedLogic");
      if (logic) element.logic = boxed.function(logic);
      if (element.logic) element.logic->type = element.type;
    } else {
      element.logic = boxed.expression_in(source);
    }
    if (element.logic) boxed.name_tables(*element.logic, element.name);
  }

  // Shared when done: it becomes the model's content.
  std::shared_ptr<ModelContent> content_ = std::make_shared<ModelContent>();
  pugi::xml_node root_;
  std::string_view uri_;
  Reader reader_;
  const CompileState& state_;
  std::map<std::string, pugi::xml_node, std::less<>> definitions_;
  std::set<std::string> reading_;
  std::vector<std::pair<std::size_t, pugi::xml_node>> sources_;
};

}  // namespace

Result<std::shared_ptr<const ModelContent>, std::vector<ImportError>> compile_content(
    std::string_view xml, const CompileState& state) {
  auto document = xml::Document::read(xml);
  if (!document) {
    return Unexpected{
        std::vector<ImportError>{{document.error().line, "xml", document.error().what}}};
  }
  return ModelReader(*document, state).run();
}

}  // namespace motcua::dmn
