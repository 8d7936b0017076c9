#include "signature/object_copy.hpp"

#include <deque>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <utility>

namespace motcua::signature {
namespace {

std::string name(const std::string& key) { return QPDFObjectHandle::newName(key).unparse(); }

class Copy {
 public:
  explicit Copy(IncrementalUpdate& update) : update_(update) {}

  std::string reference(QPDFObjectHandle object) {
    const auto [known, is_new] = ids_.try_emplace(object.getObjectID());
    if (is_new) {
      known->second = update_.take_id();
      waiting_.emplace_back(known->second, object);
    }
    return reference_to(known->second);
  }

  void write_all() {
    for (; !waiting_.empty(); waiting_.pop_front()) {
      const auto [id, object] = waiting_.front();
      update_.put(id, body(object));
    }
  }

 private:
  std::string body(QPDFObjectHandle object) {
    if (!object.isStream()) return direct(object);
    const auto raw = object.getRawStreamData();
    auto dictionary = object.getDict().shallowCopy();
    dictionary.replaceKey("/Length",
                          QPDFObjectHandle::newInteger(static_cast<long long>(raw->getSize())));
    return direct(dictionary) + "\nstream\n" +
           std::string(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()) +
           "\nendstream";
  }

  std::string written(QPDFObjectHandle object) {
    return object.isIndirect() ? reference(object) : direct(object);
  }

  std::string direct(QPDFObjectHandle object) {
    std::string text;
    if (object.isArray()) {
      for (auto& element : object.getArrayAsVector()) text += written(element) + " ";
      return "[" + text + "]";
    }
    if (object.isDictionary()) {
      for (const auto& key : object.getKeys()) {
        text += name(key) + " " + written(object.getKey(key)) + " ";
      }
      return "<<" + text + ">>";
    }
    return object.unparseResolved();
  }

  IncrementalUpdate& update_;
  std::map<int, ObjectId> ids_;  // by number in the other document
  std::deque<std::pair<ObjectId, QPDFObjectHandle>> waiting_;
};

}  // namespace

std::string dictionary_with(QPDFObjectHandle dictionary, const Entries& entries) {
  std::string text = "<<";
  if (dictionary.isDictionary()) {
    for (const auto& key : dictionary.getKeys()) {
      if (entries.contains(key)) continue;
      text += name(key) + " " + dictionary.getKey(key).unparse() + " ";
    }
  }
  for (const auto& [key, value] : entries) text += key + " " + value + " ";
  return text + ">>";
}

std::string array_with(QPDFObjectHandle array, const std::string& element) {
  std::string text = "[";
  if (array.isArray()) {
    for (auto& old : array.getArrayAsVector()) text += old.unparse() + " ";
  }
  return text + element + "]";
}

std::string text_string(const std::string& utf8) {
  return QPDFObjectHandle::newUnicodeString(utf8).unparse();
}

ObjectId id_of(const QPDFObjectHandle& object) {
  return {object.getObjectID(), object.getGeneration()};
}

std::string copy_into(IncrementalUpdate& update, QPDFObjectHandle object) {
  Copy copy(update);
  const auto reference = copy.reference(object);
  copy.write_all();
  return reference;
}

}  // namespace motcua::signature
