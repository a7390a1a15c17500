// What naskah.js, cari.js and lembar.js of the desk use of ProseMirror, and nothing else.
export {baseKeymap} from "prosemirror-commands";
export {keymap} from "prosemirror-keymap";
export {Fragment, Schema} from "prosemirror-model";
export {EditorState, NodeSelection, Plugin, PluginKey, Selection, TextSelection} from "prosemirror-state";
export {Decoration, DecorationSet, EditorView} from "prosemirror-view";
