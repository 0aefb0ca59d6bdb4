; The installer for one person: no administrator, English and French by the language of
; Windows. Made by nsis.sh, which defines VERSION, PAYLOAD, ICON and OUT.
;
;   setup.exe /S             installs without a question
;   setup.exe /S /D=C:\x y   into this folder; the last argument, without quotes
;   uninstall.exe /S         removes, and keeps settings and drafts without a name
;   uninstall.exe /S /ALL    removes those too
;
; Exit codes: 0 done, 1 given up, 2 an error; 3 Probitas is open, 4 an MSI installed it
; for this person: with either, nothing was done.

; A 64-bit installer: the program needs 64 bits itself.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "Probitas ${VERSION}"
Name "Probitas"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Probitas"
InstallDirRegKey HKCU "Software\Probitas" "InstallDir"
; Nothing that an earlier version left is kept in doubt.
SetOverwrite on
AllowSkipFiles off
!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include x64.nsh

!define PROGID "Probitas.Draft"
!define MIME "application/vnd.probitas.draft+json"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Probitas"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\probitas.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!define MUI_FINISHPAGE_TITLE_3LINES
!define MUI_COMPONENTSPAGE_SMALLDESC

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

; Windows chooses; the first is for those who read neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString OpenNow ${LANG_ENGLISH} "Open Probitas"
LangString OpenNow ${LANG_FRENCH} "Ouvrir Probitas"
LangString Comment ${LANG_ENGLISH} "Fill in, check and sign the values-and-ethics self-assessment, without a network"
LangString Comment ${LANG_FRENCH} "Remplir, vérifier et signer l’autoévaluation sur les valeurs et l’éthique, hors ligne"
LangString Kind ${LANG_ENGLISH} "Probitas draft of a self-assessment"
LangString Kind ${LANG_FRENCH} "Ébauche d’autoévaluation Probitas"
LangString StillOpen ${LANG_ENGLISH} "Probitas is open. Close its window, then click Retry."
LangString StillOpen ${LANG_FRENCH} "Probitas est ouvert. Fermez sa fenêtre, puis cliquez sur Recommencer."
LangString Only64 ${LANG_ENGLISH} "Probitas needs a 64-bit Windows."
LangString Only64 ${LANG_FRENCH} "Probitas nécessite un Windows 64 bits."
LangString MsiThere ${LANG_ENGLISH} "An MSI package installed Probitas for you. Update it with the newer MSI, or remove it first."
LangString MsiThere ${LANG_FRENCH} "Probitas a été installé pour vous au moyen d’un fichier MSI. Mettez-le à jour avec le nouveau fichier MSI, ou supprimez-le d’abord."
LangString TheProgram ${LANG_ENGLISH} "The program"
LangString TheProgram ${LANG_FRENCH} "Le programme"
LangString TheProgramLong ${LANG_ENGLISH} "Removes Probitas. Your documents stay."
LangString TheProgramLong ${LANG_FRENCH} "Retire Probitas. Vos documents restent."
LangString TheSettings ${LANG_ENGLISH} "Settings and drafts without a name"
LangString TheSettings ${LANG_FRENCH} "Les paramètres et les ébauches sans nom"
LangString TheSettingsLong ${LANG_ENGLISH} "Also deletes your settings, and drafts that you never saved under a name. This cannot be undone."
LangString TheSettingsLong ${LANG_FRENCH} "Supprime aussi vos paramètres et les ébauches que vous n’avez jamais enregistrées sous un nom. Cette action est irréversible."

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro Version LANGUAGE DESCRIPTION COPYRIGHT
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "Probitas"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${COPYRIGHT}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "Probitas"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
!macroend
!insertmacro Version ${LANG_ENGLISH} "Probitas installer" "© 2026 The Probitas maintainers, MIT licence"
!insertmacro Version ${LANG_FRENCH} "Programme d’installation de Probitas" "© 2026 Les responsables de Probitas, licence MIT"

; A program that runs cannot be written over. It can where it is not there yet.
!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\probitas.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\probitas.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; The Explorer draws icons and names of kinds anew.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(Only64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetShellVarContext current
  SetRegView 64
  ; It puts its files into the same folder, and alone writes this value.
  ClearErrors
  ReadRegDWORD $0 HKCU "Software\Probitas" "Menu"
  ${IfNot} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(MsiThere)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Section "Probitas"
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${PAYLOAD}/probitas.exe"
  File "${PAYLOAD}/probitas-cli.exe"
  File "${PAYLOAD}/LICENSE.txt"
  File "${PAYLOAD}/NOTICE.txt"
  File "${PAYLOAD}/THIRD-PARTY-NOTICES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ; One shortcut alone needs no folder.
  CreateShortcut "$SMPROGRAMS\Probitas.lnk" "$INSTDIR\probitas.exe" "" "$INSTDIR\probitas.exe" 0 SW_SHOWNORMAL "" "$(Comment)"

  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(Kind)"
  ; The kind of file is called in the language of Windows: a text inside the program.
  WriteRegStr HKCU "Software\Classes\${PROGID}" "FriendlyTypeName" "@$INSTDIR\probitas.exe,-101"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\probitas.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\probitas.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.probitas" "" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\.probitas" "Content Type" "${MIME}"
  WriteRegStr HKCU "Software\Classes\.probitas\OpenWithProgids" "${PROGID}" ""

  WriteRegStr HKCU "Software\Probitas" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Probitas"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\probitas.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Probitas"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TellExplorer
SectionEnd

Section "un.$(TheProgram)" Program
  SectionIn RO
  Call un.WaitUntilClosed
  Delete "$INSTDIR\probitas.exe"
  Delete "$INSTDIR\probitas-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if it is empty: what somebody put there stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Probitas.lnk"
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegValue HKCU "Software\Classes\.probitas\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.probitas\OpenWithProgids"
  ; Another program may have been given the drafts meanwhile.
  ReadRegStr $0 HKCU "Software\Classes\.probitas" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "Software\Classes\.probitas" ""
    DeleteRegValue HKCU "Software\Classes\.probitas" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "Software\Classes\.probitas"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Probitas"
  !insertmacro TellExplorer
SectionEnd

Section /o "un.$(TheSettings)" Settings
  RMDir /r "$APPDATA\Probitas"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${Program} "$(TheProgramLong)"
  !insertmacro MUI_DESCRIPTION_TEXT ${Settings} "$(TheSettingsLong)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  SetShellVarContext current
  SetRegView 64
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALL" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${Settings}
  ${EndIf}
FunctionEnd
